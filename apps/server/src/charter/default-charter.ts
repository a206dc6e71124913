/**
 * The charter that an instance begins with, as its first version: good for a first challenge, then the house's own. One
 * paragraph a rule; a line that begins with a dash belongs to a list, as on the statutory pages.
 */
import type { Language } from '@butinerie/contracts';

export const DEFAULT_CHARTER: Readonly<Record<Language, string>> = {
  fr: `Le nom reste. Chaque idée, chaque rebond, chaque contribution garde le nom de la personne qui l’a apportée. Quand je reprends ce que dit quelqu’un, je le dis, et je fais créditer cette personne.

Le respect. Je parle des façons de faire, jamais des personnes. Je ne cite pas de collègue ni d’usager pour s’en plaindre. Le désaccord aide, l’attaque non.

Les données personnelles. Je n’écris rien qui permette de reconnaître un usager, un patient, un élève ou un collègue : ni nom, ni téléphone, ni adresse, ni dossier. Si cela m’échappe, je le signale et l’équipe d’animation le retire.

Pas d’alerte ici. Un fait grave (danger, harcèlement, fraude) ne se traite pas dans un défi : j’utilise le dispositif de signalement de ma collectivité, qui protège les personnes.

L’intelligence artificielle. Je peux me faire aider par un outil ; je le dis en une ligne, je relis tout, et je ne lui confie aucune donnée de service ni de personne. Ce que je publie est ce que je pense.

Personne ne fait pression. Proposer, rebondir ou se taire est libre. Aucun responsable ne demande à quelqu’un de publier, de retirer ou de soutenir une idée, ni ne cherche à savoir qui soutient quoi. Si cela m’arrive, j’en parle en confidence à l’équipe d’animation.

Le choix est motivé. Chaque idée reçoit une réponse avec ses raisons, écrite par des personnes sans lien avec elle. Les critères et les dates sont connus avant l’ouverture. Qui a un lien avec une idée le déclare et ne la juge pas.

Mes écrits restent. Ils sont lus par les agents invités au défi ; je peux retirer mon idée jusqu’aux résultats. Rien de ce que j’écris ici ne sert à évaluer mon travail.`,
  en: `The name stays. Every idea, every rebound, every contribution keeps the name of the person who brought it. When I take up what somebody said, I say so and have that person credited.

Respect. I speak of ways of doing things, never of people. I do not name a colleague or a user to complain of them. Disagreeing helps, attacking does not.

Personal data. I write nothing by which a user, a patient, a pupil or a colleague could be recognised: no name, telephone, address or file. If it slips out I report it, and the facilitation team takes it out of sight.

No whistle-blowing here. A grave fact (danger, harassment, fraud) is not for a challenge: I use the reporting channel of my organisation, which protects people.

Artificial intelligence. A tool may help me; I say so in a line, I read everything again, and I entrust it with no data of the service or of a person. What I publish is what I think.

Nobody puts pressure on anybody. To propose, to rebound or to say nothing is free. No manager asks somebody to publish, withdraw or support an idea, nor tries to learn who supports what. If it happens to me, I speak of it in confidence with the facilitation team.

Choices come with reasons. Every idea gets an answer with its reasons, written by people who have no link with it. Criteria and dates are known before the opening. Whoever has a link with an idea declares it and does not judge it.

What I write stays. It is read by the agents invited to the challenge; I can withdraw my idea until the results. Nothing that I write here is used to assess my work.`,
};

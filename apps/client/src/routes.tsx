/** Every screen and its address: one line each, loaded when first visited. */
import type { ComponentType } from 'react';
import { part } from './platform/part.ts';

export interface ScreenAt {
  readonly path: string;
  /** `person`: whoever is not signed in is led to the entrance, and back. */
  readonly audience: 'anyone' | 'person';
  readonly Screen: ComponentType;
}

const screen = (
  path: string,
  audience: ScreenAt['audience'],
  load: () => Promise<ComponentType>,
): ScreenAt => ({ path, audience, Screen: part(load) });

export const SCREENS: readonly ScreenAt[] = [
  screen('/', 'anyone', async () => (await import('./challenge-screen.tsx')).HomeScreen),
  screen('/defis/:challenge', 'person', async () => (await import('./challenge-screen.tsx')).ChallengeScreen),
  screen(
    '/defis/:challenge/proposer',
    'person',
    async () => (await import('./challenge-screen.tsx')).ProposeScreen,
  ),
  screen('/idees/:idea', 'person', async () => (await import('./idea-screen.tsx')).IdeaScreen),
  screen(
    '/idees/:idea/effets',
    'person',
    async () => (await import('./impact/effects-page.tsx')).EffectsPage,
  ),
  screen(
    '/defis/:challenge/effets',
    'person',
    async () => (await import('./impact/challenge-effects-page.tsx')).ChallengeEffectsPage,
  ),
  screen('/evaluer', 'person', async () => (await import('./impact/evaluations-page.tsx')).EvaluationsPage),
  screen('/idees/:idea/brouillon', 'person', async () => (await import('./idea-screen.tsx')).DraftScreen),
  screen('/preparer/:challenge/dossier', 'person', async () => (await import('./kit/kit-page.tsx')).KitPage),
  screen(
    '/defis/:challenge/engagement',
    'person',
    async () => (await import('./kit/commitment-page.tsx')).CommitmentPage,
  ),
  screen(
    '/defis/:challenge/imprimer/:piece',
    'person',
    async () => (await import('./kit/print-page.tsx')).PrintPage,
  ),
  screen(
    '/defis/:challenge/projeter',
    'person',
    async () => (await import('./kit/projector-page.tsx')).ProjectorPage,
  ),
  screen('/notes', 'person', async () => (await import('./notes/notes-page.tsx')).NotesPage),
  screen('/notes/ecrire', 'person', async () => (await import('./notes/write-note-page.tsx')).WriteNotePage),
  screen('/notes/:note', 'person', async () => (await import('./note-screen.tsx')).NoteScreen),
  screen('/mes-idees', 'person', async () => (await import('./mine-screen.tsx')).MineScreen),
  screen('/defis/:challenge/saisir', 'person', async () => (await import('./entry-screens.tsx')).EnterScreen),
  screen('/suivre', 'anyone', async () => (await import('./entries/follow-page.tsx')).FollowPage),
  screen('/borne', 'anyone', async () => (await import('./entry-screens.tsx')).KioskScreen),
  screen('/adopter', 'person', async () => (await import('./adoption/desk-page.tsx')).DeskPage),
  screen('/idees/:idea/adopter', 'person', async () => (await import('./adoption/adopt-page.tsx')).AdoptPage),
  screen(
    '/idees/:idea/porter',
    'person',
    async () => (await import('./adoption/carrier-page.tsx')).CarrierPage,
  ),
  screen(
    '/idees/:idea/preuve',
    'person',
    async () => (await import('./attribution/proof-page.tsx')).ProofPage,
  ),
  screen(
    '/idees/:idea/filiation',
    'person',
    async () => (await import('./lineage/lineage-page.tsx')).LineagePage,
  ),
  screen(
    '/idees/:idea/mots',
    'person',
    async () => (await import('./authorship/authorship-page.tsx')).AuthorshipPage,
  ),
  screen(
    '/idees/:idea/proposer',
    'person',
    async () => (await import('./rebounds/suggest-page.tsx')).SuggestPage,
  ),
  screen(
    '/idees/:idea/historique',
    'person',
    async () => (await import('./history/history-page.tsx')).HistoryPage,
  ),
  screen(
    '/idees/:idea/historique/:version',
    'person',
    async () => (await import('./history/version-page.tsx')).VersionPage,
  ),
  screen(
    '/mes-credits',
    'person',
    async () => (await import('./attribution/receipts-page.tsx')).ReceiptsPage,
  ),
  screen(
    '/mes-credits/:n/certificat',
    'person',
    async () => (await import('./attribution/certificate-page.tsx')).CertificatePage,
  ),
  screen('/verifier', 'anyone', async () => (await import('./attribution/verify-page.tsx')).VerifyPage),
  screen('/avis', 'person', async () => (await import('./notifications/inbox-page.tsx')).InboxPage),
  screen(
    '/avis/courriels',
    'person',
    async () => (await import('./notifications/preferences-page.tsx')).PreferencesPage,
  ),
  screen(
    '/defis/:challenge/moderation',
    'person',
    async () => (await import('./moderation-screen.tsx')).ModerationScreen,
  ),
  screen('/moderation', 'anyone', async () => (await import('./moderation/policy-page.tsx')).PolicyPage),
  screen('/charte', 'anyone', async () => (await import('./charter/charter-page.tsx')).CharterPage),
  screen('/accessibilite', 'anyone', async () => (await import('./statutory/pages.tsx')).AccessibilityPage),
  screen(
    '/donnees-personnelles',
    'anyone',
    async () => (await import('./statutory/pages.tsx')).PersonalDataPage,
  ),
  screen('/mentions-legales', 'anyone', async () => (await import('./statutory/pages.tsx')).LegalPage),
  screen('/ecoconception', 'anyone', async () => (await import('./statutory/pages.tsx')).EcodesignPage),
  screen('/plan-du-site', 'anyone', async () => (await import('./site-map-screen.tsx')).SiteMapScreen),
  screen('/code-source', 'anyone', async () => (await import('./statutory/pages.tsx')).SourcePage),
  screen('/aide', 'anyone', async () => (await import('./statutory/pages.tsx')).HelpPage),
  screen('/entrer', 'anyone', async () => (await import('./accounts/sign-in-page.tsx')).SignInPage),
  screen('/personnes', 'person', async () => (await import('./people/people-page.tsx')).PeoplePage),
  screen('/personnes/inviter', 'person', async () => (await import('./people/invite-page.tsx')).InvitePage),
  screen('/personnes/feuillets', 'person', async () => (await import('./people/slips-page.tsx')).SlipsPage),
  screen('/preparer', 'person', async () => (await import('./preparation/desk-page.tsx')).DeskPage),
  screen(
    '/preparer/nouveau',
    'person',
    async () => (await import('./preparation/preparation-page.tsx')).NewPreparationPage,
  ),
  screen(
    '/preparer/formats',
    'person',
    async () => (await import('./house-formats/formats-page.tsx')).FormatsPage,
  ),
  screen(
    '/preparer/:challenge',
    'person',
    async () => (await import('./preparation/preparation-page.tsx')).PreparationPage,
  ),
  screen(
    '/preparer/:challenge/reglages',
    'person',
    async () => (await import('./settings/settings-page.tsx')).SettingsPage,
  ),
  screen(
    '/defis/:challenge/choix',
    'person',
    async () => (await import('./selection/board-page.tsx')).BoardPage,
  ),
  screen(
    '/defis/:challenge/choix/:idea',
    'person',
    async () => (await import('./selection/idea-answer-page.tsx')).IdeaAnswerPage,
  ),
  screen(
    '/defis/:challenge/cours',
    'person',
    async () => (await import('./preparation/course-page.tsx')).CoursePage,
  ),
  screen(
    '/idees/:idea/noms',
    'person',
    async () => (await import('./disputes/disputes-page.tsx')).DisputesPage,
  ),
  screen('/mon-nom', 'person', async () => (await import('./names/my-name-page.tsx')).MyNamePage),
  screen('/noms', 'person', async () => (await import('./names/orders-page.tsx')).OrdersPage),
  screen(
    '/retraits',
    'person',
    async () => (await import('./shreddings/shreddings-page.tsx')).ShreddingsPage,
  ),
  screen('/mots', 'person', async () => (await import('./vocabulary-screen.tsx')).VocabularyScreen),
  screen('/registre', 'person', async () => (await import('./register/register-page.tsx')).RegisterPage),
  screen('/courriels', 'person', async () => (await import('./mails/mails-page.tsx')).MailsPage),
  screen('/courriels/:mail', 'person', async () => (await import('./mails/mail-page.tsx')).MailPage),
];

/**
 * `npm run trial:felt -- [--cut SECONDS | --full] [--words N] [--round-trip MS] [--loss SHARE]`: two people write in one
 * idea, each in a browser, over a bad network (see support/bad-link.ts). How long from a key to the other's screen, from
 * a key to « Enregistré », and, after the network was away, from its return to « Synchronisé ». The cut lasts a minute
 * unless told; `--full` is the five minutes of the scenario. Browsers, server and database share this machine. The floor
 * is what the same keys take over the same network without any of them.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { AT, publishedIdea, writesWith } from '../test/support/challenge.ts';
import { openEditor } from '../test/support/editor.ts';
import { openStory } from '../test/support/story.ts';
import { openBadLink, type BadLink } from './support/bad-link.ts';
import { openFloor, type Floor } from './support/floor.ts';
import { quantile, watchPage } from './support/watch-page.ts';

const { values } = parseArgs({
  options: {
    cut: { type: 'string', default: '60' },
    full: { type: 'boolean', default: false },
    words: { type: 'string', default: '40' },
    'round-trip': { type: 'string', default: '200' },
    loss: { type: 'string', default: '0.02' },
    seed: { type: 'string', default: '1' },
  },
});
const cutSeconds = values.full ? 300 : Number(values.cut);
const roundTripMs = Number(values['round-trip']);
const loss = Number(values.loss);
const WORD = 'ruche ';
/** As somebody writes who thinks: five keys a second or so, and a pause after each word. */
const KEY_EVERY = 120;
const PAUSE = 900;

let state = Number(values.seed);
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

let link: BadLink | undefined;
const keysOf = async (word: string, floor: Floor): Promise<void> => {
  for (let key = 0; key < word.length; key++) {
    floor.key();
    await wait(KEY_EVERY);
  }
};
const story = await openStory({
  through: async (port) => {
    link = await openBadLink(port, random);
    return link.url;
  },
});
try {
  if (link === undefined) throw new Error('no network was laid');
  const network = link;
  story.instance.clock.set(AT.open);
  const { author, colleague, challenge } = story;
  const idea = await publishedIdea(author, challenge, { title: 'Écrire de loin', text: 'Ici.' });
  await writesWith(story, idea);
  const [hers, his] = [await story.seat(author), await story.seat(colleague)];
  await Promise.all([hers, his].map(({ page }) => page.goto(`/idees/${idea}`)));
  const [her, him] = [await openEditor(hers.page), await openEditor(his.page)];

  network.weather = { roundTripMs, loss };
  const floor = await openFloor(network.weather, random);
  const [seenByHer, seenByHim] = [await watchPage(hers.page), await watchPage(his.page)];
  await her.typeAtEnd(' ');
  const before = (await her.text()).length;
  const keysBefore = (await seenByHer()).keys.length;
  for (let word = 0; word < Number(values.words); word++) {
    await Promise.all([hers.page.keyboard.type(WORD, { delay: KEY_EVERY }), keysOf(WORD, floor)]);
    await wait(PAUSE);
  }
  await wait(5_000);
  const [mine, theirs] = [await seenByHer(), await seenByHim()];
  const keys = mine.keys.slice(keysBefore);
  const seen = (
    from: number,
    wanted: (sight: (typeof theirs.sights)[number]) => boolean,
    sights: typeof theirs.sights,
  ) => sights.find((sight) => sight.at >= from && wanted(sight))?.at ?? Number.NaN;
  const toScreen = keys.map((at, i) => seen(at, ({ length }) => length > before + i, theirs.sights) - at);
  const toSaved = keys.map((at) => {
    const saving = seen(at, ({ saved }) => !saved, mine.sights);
    return seen(saving, ({ saved }) => saved, mine.sights) - at;
  });

  network.cut();
  const away = Date.now();
  const words: string[] = [];
  while (Date.now() - away < cutSeconds * 1_000) {
    words.push(`elle${words.length}`, `lui${words.length}`);
    await her.typeAtEnd(` ${words.at(-2) ?? ''}`);
    await him.typeAtStart(`${words.at(-1) ?? ''} `);
    await wait(4_000);
  }
  network.mend();
  const back = Date.now();
  const together = async (): Promise<boolean> => {
    const [one, other] = [await her.text(), await him.text()];
    return one === other && words.every((word) => one.includes(word));
  };
  while (!(await together()) && Date.now() - back < 120_000) await wait(50);
  const textsEqual = await together();
  const equalAfter = Date.now() - back;
  const said = await Promise.all(
    [hers, his].map(async ({ page }) =>
      page
        .getByText(/^(Synchronisé|Enregistré)/)
        .first()
        .waitFor({ timeout: 60_000 })
        .then(() => true),
    ),
  );
  const synchronisedAfter = Date.now() - back;

  await floor.close();

  const table = {
    'key → other screen': { p50: quantile(toScreen, 0.5), p95: quantile(toScreen, 0.95) },
    'key → « Enregistré »': { p50: quantile(toSaved, 0.5), p95: quantile(toSaved, 0.95) },
    'floor: to the other': { p50: quantile(floor.toOther, 0.5), p95: quantile(floor.toOther, 0.95) },
    'floor: all answered': { p50: quantile(floor.toAnswered, 0.5), p95: quantile(floor.toAnswered, 0.95) },
  };
  console.table(table);
  console.log(
    `${keys.length} keys over ${roundTripMs} ms round trip with ${loss * 100} % loss (stalls of a retransmission). ` +
      `After a cut of ${cutSeconds} s: texts equal ${(equalAfter / 1_000).toFixed(1)} s after the network was back, ` +
      `said on both screens after ${(synchronisedAfter / 1_000).toFixed(1)} s.`,
  );
  console.log(
    JSON.stringify({
      roundTripMs,
      loss,
      keys: keys.length,
      keyToOtherScreenP50Ms: quantile(toScreen, 0.5),
      keyToOtherScreenP95Ms: quantile(toScreen, 0.95),
      keyToSavedP50Ms: quantile(toSaved, 0.5),
      keyToSavedP95Ms: quantile(toSaved, 0.95),
      floorToOtherP50Ms: quantile(floor.toOther, 0.5),
      floorToOtherP95Ms: quantile(floor.toOther, 0.95),
      floorToAnsweredP50Ms: quantile(floor.toAnswered, 0.5),
      floorToAnsweredP95Ms: quantile(floor.toAnswered, 0.95),
      cutSeconds,
      textsEqual,
      secondsToEqual: equalAfter / 1_000,
      secondsToSynchronised: said.every(Boolean) ? synchronisedAfter / 1_000 : null,
    }),
  );
  if (!textsEqual) process.exitCode = 1;
} finally {
  await story.close();
  await link?.close();
}

/** One open text: who listens to it here, who is in it on this and on the other servers, and how each hears of it. */
import {
  createFarPresence,
  createPresence,
  joinCarets,
  type DocumentListener,
  type DocumentNews,
  type FarPeople,
  type FarPresence,
  type Identity,
  type LiveDocument,
  type Presence,
} from '@butinerie/collaboration/server';
import {
  documentReloaded,
  presenceChanged,
  type IdeaId,
  type Presence as PresentPerson,
} from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { Frame } from '../platform/line.ts';
import type { Connection, Realtime } from '../platform/realtime.ts';
import type { PresenceElsewhere } from './presence-elsewhere.ts';
import { Relay, type Hall, type RelayPorts } from './relay.ts';

export interface RoomPorts extends RelayPorts {
  readonly realtime: Realtime<Speaker>;
  readonly elsewhere: PresenceElsewhere;
}

/** Carets are shown so often at most, each as it stands by then; more rarely where many look. */
const TICK_MS = 50;
const LONGEST_TICK_MS = 300;
const TICKED_PER_MS = 0.5;
/** Who is there is told so often at most; more rarely where many hear it. */
const PEOPLE_MS = 500;
const TOLD_PER_MS = 0.2;
/** So many are named: three hundred who come together would each be told three hundred. */
const MOST_NAMED = 8;

/** Who has a text open, and on which connection; one for each connection, whatever it has open. */
export class Visitor implements Identity {
  readonly connection: Connection;
  readonly person: string;
  readonly name: string;
  /** Where nobody else is: most people are by themselves in all they have open. Never changed: others come elsewhere. */
  readonly alone: readonly Visitor[] = [this];

  constructor(connection: Connection, { person, name }: Identity) {
    this.connection = connection;
    this.person = person;
    this.name = name;
  }
}

/** A thousand of these are open at once, mostly idle: methods, and what only a few need is made when they do. */
export class OpenRoom implements Hall, DocumentListener {
  readonly #ports: RoomPorts;
  readonly #document: LiveDocument;
  #visitors: readonly Visitor[] = [];
  /** The same where there are several: three hundred may come in one moment. */
  #several: Visitor[] | null = null;
  /** Null while one person is there, and no caret was shown. */
  #presence: Presence | null = null;
  #relay: Relay | null = null;
  #far: FarPresence | null = null;
  /** Set while carets are gathered, and while the list of people is. */
  #ticking: NodeJS.Timeout | null = null;
  #counting: NodeJS.Timeout | null = null;
  /** Whose people came or went since it was told; of this server's own the others are to hear too. */
  #moved: 'nobody' | 'theirs' | 'ours' = 'nobody';

  constructor(document: LiveDocument, ports: RoomPorts) {
    this.#ports = ports;
    this.#document = document;
    document.subscribe(this);
    ports.elsewhere.ask(this.idea);
  }

  get idea(): IdeaId {
    // Opened under the idea's own id.
    return this.#document.id as IdeaId;
  }

  get presence(): Presence {
    if (this.#presence === null) {
      this.#presence = createPresence();
      for (const visitor of this.#visitors) this.#presence.enter(visitor.connection.id, visitor);
    }
    return this.#presence;
  }

  get listeners(): readonly Visitor[] {
    return this.#visitors;
  }

  listener(connection: string): Connection | undefined {
    return this.#visitors.find((visitor) => visitor.connection.id === connection)?.connection;
  }

  /** Of everybody, whichever server they are on. */
  carets(): Uint8Array {
    return joinCarets([this.#presence?.carets() ?? null, this.#far?.carets() ?? null]) ?? NO_CARETS;
  }

  /** How many people are there, and of many the first. */
  present(): { present: number; people: PresentPerson[] } {
    const there = this.#far?.people() ?? [];
    const all = there.length === 0 ? this.#people(MOST_NAMED) : everybody(there, this.#people());
    return {
      present: there.length === 0 ? (this.#presence?.count ?? this.#visitors.length) : all.length,
      // The registries were given people of ours.
      people: all.slice(0, MOST_NAMED).map(({ person, name }) => ({ person, name }) as PresentPerson),
    };
  }

  since(seq: number): Promise<{ readonly update: Uint8Array; readonly seq: number }> {
    return this.#document.since(seq);
  }

  caughtUp(listener: Connection): void {
    const whole = { idea: this.idea, carets: this.carets(), ...this.present() };
    const frame = this.#ports.realtime.frame(presenceChanged, whole);
    if (frame !== null) listener.show(frame);
  }

  enter(visitor: Visitor): void {
    const { id } = visitor.connection;
    if (this.listener(id) !== undefined) this.#without(id);
    if (this.#visitors.length === 0) this.#visitors = visitor.alone;
    else {
      if (this.#several === null) this.#visitors = this.#several = [...this.#visitors];
      this.#several.push(visitor);
    }
    if (this.#presence !== null || this.#visitors.length > 1) this.presence.enter(id, visitor);
    this.#ownPeopleMoved();
  }

  /** Whether somebody else is there; if not, it is to be closed. */
  leave(connection: string): boolean {
    this.#without(connection);
    this.#presence?.leave(connection);
    if (this.#visitors.length === 0) return false;
    this.#ownPeopleMoved();
    return true;
  }

  close(): void {
    this.#ports.elsewhere.tell(this.idea, { carets: NO_CARETS, people: [], whole: true });
    this.#document.unsubscribe(this);
    this.#relay?.stop();
    for (const timer of [this.#ticking, this.#counting]) if (timer !== null) clearTimeout(timer);
  }

  /** Carets moved: the others see it with the next tick. */
  tick(): void {
    this.#ticking ??= setTimeout(() => {
      this.#ticking = null;
      this.#tell();
    }, tickFor(this.#visitors.length)).unref();
  }

  hearFrom(server: string, theirs: FarPeople): void {
    (this.#far ??= createFarPresence()).hear(server, theirs);
    if (theirs.people !== null) this.#theirsMoved();
    this.tick();
  }

  serverGone(server: string): void {
    if (this.#far === null) return;
    this.#far.gone(server);
    this.#theirsMoved();
    this.tick();
  }

  /** To everybody here, also to who does not keep up; null says nothing. */
  announce(frame: Frame | null): void {
    if (frame !== null) for (const { connection } of this.#visitors) connection.tell(frame);
  }

  /** Everything of this server, for the others. */
  tellWhole(): void {
    const carets = this.#presence?.carets() ?? NO_CARETS;
    this.#ports.elsewhere.tell(this.idea, { carets, people: this.#people(), whole: true });
  }

  #people(most?: number): readonly Identity[] {
    return this.#presence?.people(most) ?? this.#visitors;
  }

  #without(connection: string): void {
    const others = this.#visitors.filter((visitor) => visitor.connection.id !== connection);
    const [first] = others;
    this.#several = others.length > 1 ? others : null;
    this.#visitors = this.#several ?? first?.alone ?? [];
  }

  #ownPeopleMoved(): void {
    this.#moved = 'ours';
    this.tick();
  }

  #theirsMoved(): void {
    if (this.#moved === 'nobody') this.#moved = 'theirs';
  }

  hear(news: DocumentNews): void {
    if (news.kind === 'update') this.#relaying().row(news);
    else if (news.kind === 'resync') {
      const reloaded = { idea: this.idea, epoch: news.epoch };
      this.announce(this.#ports.realtime.frame(documentReloaded, reloaded));
    }
  }

  #show(frame: Frame): void {
    const [first] = this.#visitors;
    // A relay keeps who is behind: it takes more than one, or one who does not keep up.
    if (this.#relay === null && this.#visitors.length === 1 && first?.connection.show(frame) === true) return;
    this.#relaying().show(frame);
  }

  #relaying(): Relay {
    return (this.#relay ??= new Relay(this, this.#ports));
  }

  #tell(): void {
    const presence = this.#presence;
    const ours = presence?.changes() ?? null;
    const isHere = (client: number): boolean => presence?.has(client) === true;
    const moved = joinCarets([ours, this.#far?.changes(isHere) ?? null]);
    const counted = this.#moved !== 'nobody' && this.#counting === null;
    // The others hear of people as often as those here.
    const own = counted && this.#moved === 'ours' ? this.#people() : null;
    if (counted) {
      this.#moved = 'nobody';
      this.#counting = setTimeout(() => {
        this.#counting = null;
        if (this.#moved !== 'nobody') this.tick();
      }, pauseFor(this.#visitors.length)).unref();
    }
    if (ours !== null || own !== null)
      this.#ports.elsewhere.tell(this.idea, { carets: ours ?? NO_CARETS, people: own, whole: false });
    if (moved === null && !counted) return;
    const { present, people } = this.present();
    const told = {
      idea: this.idea,
      carets: moved ?? NO_CARETS,
      present,
      people: counted ? people : null,
    };
    const frame = this.#ports.realtime.frame(presenceChanged, told);
    if (frame !== null) this.#show(frame);
  }
}

const tickFor = (listeners: number): number => Math.min(LONGEST_TICK_MS, TICK_MS + listeners / TICKED_PER_MS);
const pauseFor = (listeners: number): number => Math.max(PEOPLE_MS, listeners / TOLD_PER_MS);

/** Each once. */
const everybody = (one: readonly Identity[], other: readonly Identity[]): readonly Identity[] => [
  ...new Map([...one, ...other].map((each) => [each.person, each])).values(),
];

const NO_CARETS = createPresence().carets();

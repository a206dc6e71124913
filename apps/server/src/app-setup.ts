/** What an application is built of, and what is held of it while it runs. */
import type { RequestHandler } from 'express';
import type { Server } from 'node:http';
import type { DemonstrationPart } from './accounts/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Mailer } from './platform/mailer.ts';

export interface AppSetup {
  readonly config: Config;
  readonly clock?: Clock;
  /** Instead of the mail server of the configuration. */
  readonly mailer?: Mailer;
  readonly pages?: RequestHandler;
  /** Where the page lies that verifies offline: its digest goes to the witnesses. */
  readonly verifierPage?: string;
  /** Off in development only, where the hot reload puts a script into the page. */
  readonly strictPages?: boolean;
  readonly http?: Server;
  /** `none` gives up power losses of the embedded database for speed: tests only. */
  readonly sync?: 'full' | 'none';
}

export interface App {
  readonly port: number;
  readonly url: string;
  readonly embeddedDatabase: boolean;
  /** A link for the console while no administrator ever signed in, else null. */
  firstAdministratorLink(): Promise<string | null>;
  /**
   * Marks an instance where nobody is yet as a demonstration, for good, and says who can be played there by one click;
   * called again it says so anew. False for any other instance. No request reaches it.
   */
  openDemonstration(as: { name: string; parts: readonly DemonstrationPart[] }): Promise<boolean>;
  /** The database's role for this application, as a script for mongosh. */
  databaseRole(): string;
  /** Sends the mail that is due now; what scripts and tests wait for. */
  mailSettled(): Promise<void>;
  stop(): Promise<void>;
}

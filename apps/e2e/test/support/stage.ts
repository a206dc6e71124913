/** A journey's stage: one browser, one instance, and people sitting in front of their own screens. */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../src/browser.ts';
import { visit, type Visit, type VisitOptions } from '../../src/page.ts';
import { openInstance, type Instance, type InstanceOptions } from './instance.ts';
import { openTeam, type Team } from './team.ts';

export interface Stage {
  readonly browser: Browser;
  readonly instance: Instance;
  readonly team: Team;
  /** A browser of her own; signed in when a person is given. */
  seat(person?: { cookie(): string } | null, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export async function openStage(options?: InstanceOptions): Promise<Stage> {
  const instance = await openInstance(options);
  const team = await openTeam(instance);
  const browser = await openBrowser();
  return {
    browser,
    instance,
    team,
    async seat(person = null, visitOptions = {}) {
      const seated = await visit(browser, { baseUrl: instance.base, ...visitOptions });
      if (person !== null) {
        const [name = '', value = ''] = person.cookie().split('=', 2);
        await seated.context.addCookies([
          { name, value, url: instance.base, httpOnly: true, sameSite: 'Lax' },
        ]);
      }
      return seated;
    },
    async close() {
      await browser.close();
      await instance.remove();
    },
  };
}

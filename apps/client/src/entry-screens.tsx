/** Ideas written down for agents without a mailbox, composed: what a challenge asks of each idea is the concept of ideas. */
import { EnterPage } from './entries/enter-page.tsx';
import type { DrawAsked } from './entries/entry-form.tsx';
import { KioskPage } from './entries/kiosk-page.tsx';
import { ParticularsFields } from './ideas/particulars-fields.tsx';

const asked: DrawAsked = (props) => <ParticularsFields {...props} />;

/** `/defis/:challenge/saisir`. */
export function EnterScreen() {
  return <EnterPage asked={asked} />;
}

/** `/borne`. */
export function KioskScreen() {
  return <KioskPage asked={asked} />;
}

/** A page that belongs to others: whose it is, and the way on. */
import { LinkButton } from './button.tsx';
import { Page } from './page.tsx';

export interface NotYoursPageProps {
  readonly title: string;
  readonly now: string;
  readonly to: string;
  /** What stands at that address. */
  readonly label: string;
}
export function NotYoursPage({ title, now, to, label }: NotYoursPageProps) {
  return (
    <Page
      title={title}
      now={now}
      acts={
        <div>
          <LinkButton to={to}>{label}</LinkButton>
        </div>
      }
    />
  );
}

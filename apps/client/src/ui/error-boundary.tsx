/** A bug on a screen breaks that screen only, and says what is safe. Another address tries again. */
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { words } from './words.ts';

interface BoundaryProps {
  /** Where one is: elsewhere, the screen is tried again. */
  readonly at: string;
  readonly children: ReactNode;
  readonly broken: (error: unknown) => ReactNode;
}
interface BoundaryState {
  readonly at: string;
  readonly broken: { readonly error: unknown } | null;
}
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { at: this.props.at, broken: null };
  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { broken: { error } };
  }
  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return props.at === state.at ? null : { at: props.at, broken: null };
  }
  override render(): ReactNode {
    return this.state.broken ? this.props.broken(this.state.broken.error) : this.props.children;
  }
}

/** A screen's code that does not arrive: the network, or a newer version replaced its file. */
const isMissingCode = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Boundary at={pathname} broken={(error) => <BrokenPage outdated={isMissingCode(error)} />}>
      {children}
    </Boundary>
  );
}

function BrokenPage({ outdated }: { readonly outdated: boolean }) {
  const say = useWords(words);
  return (
    <Page title={say.brokenTitle}>
      <p>{outdated ? say.outdatedWhat : say.brokenWhat}</p>
      <ButtonRow>
        <Button tone="primary" onClick={() => location.reload()}>
          {say.reload}
        </Button>
        <LinkButton to="/">{say.home}</LinkButton>
      </ButtonRow>
    </Page>
  );
}

/** A bug on a screen breaks that screen only, and says what is safe. Another address tries again. */
import { Component, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { MissingPart, serverAnswers } from '../platform/part.ts';
import { connectionState, onConnection } from '../platform/socket.ts';
import { Button, ButtonRow, LinkButton } from './button.tsx';
import { Notice } from './notice.tsx';
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

export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Boundary
      at={pathname}
      broken={(error) => (error instanceof MissingPart ? <MissingPage /> : <BrokenPage />)}
    >
      {children}
    </Boundary>
  );
}

export interface WithoutPartProps {
  readonly children: ReactNode;
  /** Instead of a part that did not come; any other failure is the screen's. */
  readonly missing: ReactNode;
}
/** Around a part of a screen: where its files do not come, the rest of the screen stays. */
export function WithoutPart({ children, missing }: WithoutPartProps) {
  return (
    <Boundary
      at=""
      broken={(error) => {
        if (error instanceof MissingPart) return missing;
        throw error;
      }}
    >
      {children}
    </Boundary>
  );
}

function BrokenPage() {
  const say = useWords(words);
  return (
    <Page title={say.brokenTitle}>
      <p>{say.brokenWhat}</p>
      <ButtonRow>
        <Button tone="primary" onClick={() => location.reload()}>
          {say.reload}
        </Button>
        <LinkButton to="/">{say.home}</LinkButton>
      </ButtonRow>
    </Page>
  );
}

/** Nothing was typed here yet: it opens by itself when the connection is back. */
function MissingPage() {
  const say = useWords(words);
  useEffect(() => {
    let lost = false;
    const look = (): void => {
      const state = connectionState();
      if (lost && state === 'open') location.reload();
      lost ||= state === 'lost';
    };
    look();
    return onConnection(look);
  }, []);
  return (
    <Page title={say.missingTitle}>
      <p>{say.missingWhat}</p>
      <Reload />
      <div>
        <LinkButton to="/">{say.home}</LinkButton>
      </div>
    </Page>
  );
}

/** Asks for the page anew, once the server answers: a page that is asked for without a network is gone altogether. */
export function Reload() {
  const say = useWords(words);
  const [asking, setAsking] = useState(false);
  const [silent, setSilent] = useState(false);
  const ask = async (): Promise<void> => {
    setAsking(true);
    setSilent(false);
    const answers = await serverAnswers();
    setAsking(false);
    if (answers) location.reload();
    else setSilent(true);
  };
  return (
    <>
      <ButtonRow>
        <Button tone="primary" pending={asking} onClick={() => void ask()}>
          {say.reload}
        </Button>
      </ButtonRow>
      {silent && (
        <Notice live tone="warning">
          {say.missingStill}
        </Notice>
      )}
    </>
  );
}

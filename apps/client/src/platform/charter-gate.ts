/**
 * Where a command that was refused for want of the charter waits for its reader's answer. One question at a time, however
 * many commands wait for it; what shows the question says so here.
 */
type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let asked: Promise<boolean> | null = null;

export function onCharterAsked(shows: Ask): () => void {
  ask = shows;
  return () => {
    if (ask === shows) ask = null;
  };
}

/** Whether it is accepted now: the same words may then be sent again. False where nothing can show it. */
export function charterAccepted(): Promise<boolean> {
  asked ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asked = null;
  });
  return asked;
}

/** Files people keep: a text made here, and the page that checks receipts without us. */
export const KEPT_PAGE = '/butinerie-verifier.html';

/** Hands a text to the person as a file. */
export function saveFile(name: string, text: string, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the address after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

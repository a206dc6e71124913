/** The living text as a person meets it: opened with « Écrire », read without the names that float over it. */
import type { Locator, Page } from 'playwright-core';

export interface Editor {
  readonly field: Locator;
  typeAtEnd(words: string): Promise<void>;
  typeAtStart(words: string): Promise<void>;
  /** What is written in it, the carets of others left out. */
  text(): Promise<string>;
  readOnly(): Promise<boolean>;
}

export async function openEditor(page: Page): Promise<Editor> {
  await page.getByRole('button', { name: 'Écrire', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Texte de l’idée' });
  await field.waitFor();
  const typeAt = async (key: string, words: string): Promise<void> => {
    await field.focus();
    await page.keyboard.press(key);
    await page.keyboard.type(words);
  };
  return {
    field,
    typeAtEnd: (words) => typeAt('Control+End', words),
    typeAtStart: (words) => typeAt('Control+Home', words),
    text: () =>
      field.evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const caret of copy.querySelectorAll('[contenteditable="false"], [aria-hidden="true"]'))
          caret.remove();
        return (copy.textContent ?? '').replaceAll('\u2060', '');
      }),
    readOnly: () => field.evaluate((element) => !(element as HTMLElement).isContentEditable),
  };
}

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { sessionScene } from './session-scene.ts';

/** More than one container holds. */
const STATEMENTS = 130;

const scene = sessionScene();
const { page, press, type } = scene;
const block = (index: number): Locator => page().locator(`[data-block-id="s-${index}"]`);

interface Drawing {
  /** Places where the page shows another text than the document has, or keeps another node. */
  readonly wrong: readonly string[];
  /** How often the document says the word, and how often the page marks it. */
  readonly words: number;
  readonly marks: number;
}

/** Compares all that is drawn with the document, block by block. */
function drawing(word: string): Promise<Drawing> {
  return page().evaluate((element, wanted) => {
    interface Desc {
      readonly children: readonly Desc[];
      readonly dom: HTMLElement;
      readonly contentDOM: HTMLElement | null;
      readonly node?: {
        readonly textContent: string;
        readonly childCount: number;
        readonly isBlock: boolean;
        readonly child: (index: number) => object;
      };
    }
    const { pmViewDesc } = element as unknown as { readonly pmViewDesc: Desc };
    const drawn = pmViewDesc.children.flatMap((part) => (part.node ? [part] : part.children));
    const blocks = drawn.filter((part) => part.node?.isBlock);
    const doc = pmViewDesc.node;
    const wrong = blocks.flatMap((part, index) => {
      const isInPage = element.contains(part.dom);
      const isSameNode = part.node === doc?.child(index);
      const isSameText = part.contentDOM?.textContent === part.node?.textContent;
      return isInPage && isSameNode && isSameText ? [] : [`${index}: ${part.node?.textContent}`];
    });
    if (blocks.length !== doc?.childCount) wrong.push(`${blocks.length} of ${doc?.childCount}`);
    const text = blocks.map((part) => part.node?.textContent).join('\n');
    const marks = element.querySelectorAll('.minutes-match').length;
    return { wrong, words: text.split(wanted).length - 1, marks };
  }, word);
}

test.beforeAll(async () => {
  await scene.begin({ changes: { title: 'Rapat gambar' } });
  const texts = Array.from(
    { length: STATEMENTS },
    (_, index) => `Pernyataan ${index} tentang data.`,
  );
  await scene.write(texts.map((text, index) => scene.statement(`s-${index}`, text)));
  await scene.openSession();
});

const intact = (words: number) => ({ wrong: [], words, marks: words });

test('what is drawn stays what the document says, while typing, dividing, joining and undoing', async () => {
  await press('Control+f');
  await scene.window.getByRole('textbox', { name: 'Cari' }).fill('data');
  await expect.poll(() => drawing('data')).toEqual(intact(STATEMENTS));

  for (const index of [0, 49, 50, 64, STATEMENTS - 1]) {
    await block(index).locator('p').click();
    await press('End');
    await type(' Juga data lain');
  }
  await expect.poll(() => drawing('data')).toEqual(intact(STATEMENTS + 5));

  await press('Control+Enter');
  await press('Escape');
  await type('data baru');
  await expect.poll(() => drawing('data')).toEqual(intact(STATEMENTS + 6));

  await block(64).locator('p').click();
  await press('Home');
  await press('Backspace');
  await type('x');
  await expect(block(64)).toHaveCount(0);
  await expect.poll(() => drawing('data')).toEqual(intact(STATEMENTS + 6));

  for (let times = 0; times < 3; times += 1) await press('Control+z');
  await expect(block(64)).toHaveCount(1);
  await expect.poll(async () => (await drawing('data')).wrong).toEqual([]);

  // The undo before may still be moving the page.
  await expect(async () => {
    await block(10).locator('p').click();
    const selected = await page().evaluate(
      () => getSelection()?.anchorNode?.parentElement?.closest('section')?.dataset['blockId'],
    );
    expect(selected).toBe('s-10');
  }).toPass();
  await press('Home');
  await press('Control+Shift+ArrowRight');
  await press('Control+b');
  await expect(block(10).locator('strong')).toHaveCount(1);
  await press('Alt+Shift+ArrowUp');
  await expect(page().locator('[data-block-id="s-10"] + [data-block-id="s-9"]')).toHaveCount(1);
  await press('End');
  await type('y');
  await expect.poll(async () => (await drawing('data')).wrong).toEqual([]);
});

test('what the browser changed in one container is set right when another is typed into', async () => {
  await page().evaluate((element) => {
    interface Page {
      readonly editor: {
        readonly view: {
          readonly domObserver: { readonly stop: () => void };
          readonly docView: { readonly markDirty: (from: number, to: number) => void };
          readonly posAtDOM: (node: Node, offset: number) => number;
          readonly state: { readonly tr: { insertText: (text: string, at: number) => object } };
          readonly dispatch: (transaction: object) => void;
        };
      };
    }
    const { view } = (element as unknown as Page).editor;
    const words = (id: string): ChildNode => {
      const text = element.querySelector(`[data-block-id="${id}"] p`)?.firstChild;
      if (!text) throw new Error(`nothing is written in ${id}`);
      return text;
    };
    const [changed, typed] = [words('s-20'), words('s-120')];
    const from = view.posAtDOM(changed, 0);
    // The browser writes where it should not, and the answer is a change elsewhere.
    view.domObserver.stop();
    changed.textContent = 'Bukan ini';
    view.docView.markDirty(from, from + 5);
    view.dispatch(view.state.tr.insertText('z', view.posAtDOM(typed, 0)));
  });
  await expect(block(20).locator('p')).toHaveText('Pernyataan 20 tentang data.');
  await expect(block(120).locator('p')).toHaveText('zPernyataan 120 tentang data.');
  expect((await drawing('data')).wrong).toEqual([]);
});

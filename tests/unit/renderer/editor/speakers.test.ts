import type { Command } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import { setSpeakers } from '../../../../src/renderer/features/editor/commands/attributes.ts';
import { chooseSpeaker } from '../../../../src/renderer/features/editor/commands/insert-block.ts';
import { blockIdOf, eachBlock } from '../../../../src/renderer/features/editor/model/blocks.ts';
import {
  askFor,
  requestOf,
} from '../../../../src/renderer/features/editor/plugins/speaker-request.ts';
import { createActs } from '../../../../src/renderer/features/editor/speakers/acts.ts';
import { insertNarration } from '../../../../src/renderer/features/editor/speakers/coming-records.ts';
import {
  missingSpeakers,
  nextMissingSpeaker,
} from '../../../../src/renderer/features/editor/speakers/missing-speakers.ts';
import type { AttendanceId, BlockId } from '../../../../src/shared/ids.ts';
import { Desk, agendaItem, counter, statement } from './editor-fixture.ts';

const budi = 'budi' as AttendanceId;
const noStamp = () => null;

/** Runs a command and tells what it answered. */
const answer = (desk: Desk, command: Command): boolean =>
  command(desk.state, (transaction) => {
    desk.state = desk.state.apply(transaction);
  });

function speakers(desk: Desk): readonly unknown[] {
  const found: unknown[] = [];
  eachBlock(desk.state.doc, ({ node }) => {
    if (node.type.name === 'statement') found.push(node.attrs['speakerId']);
  });
  return found;
}

const manyStatements = () =>
  new Desk([
    statement('a', 'Satu'),
    statement('b', 'Dua'),
    agendaItem('c', 'Pembahasan'),
    statement('d', 'Tiga'),
    statement('e', 'Empat'),
  ]);

describe('the speaker of several statements', () => {
  it('is asked for all that the selection touches, not for what is no statement', () => {
    const desk = manyStatements().caret('Dua');
    const { from } = desk.state.selection;
    desk.caret('Tiga', 'after');
    const { to } = desk.state.selection;
    const selection = TextSelection.create(desk.state.doc, from, to);
    desk.state = desk.state.apply(desk.state.tr.setSelection(selection));
    expect(answer(desk, chooseSpeaker)).toBe(true);
    expect(requestOf(desk.state)).toEqual({ type: 'speaker', ids: ['b', 'd'] });
  });

  it('changes in one step that is undone at once', () => {
    const desk = manyStatements();
    desk.run(setSpeakers(['b', 'd', 'e'] as BlockId[], budi, noStamp));
    expect(speakers(desk)).toEqual([null, budi, budi, budi]);
    desk.undo();
    expect(speakers(desk)).toEqual([null, null, null, null]);
  });

  it('is not asked for where the caret is in no statement', () => {
    expect(answer(manyStatements().caret('Pembahasan'), chooseSpeaker)).toBe(false);
  });
});

describe('statements without a speaker', () => {
  it('are those with words; the next one comes after the caret, then from the top', () => {
    const desk = new Desk([statement('a', 'Satu'), statement('b', ''), statement('c', 'Tiga')]);
    const { doc } = desk.state;
    expect(missingSpeakers(doc).map(({ node }) => blockIdOf(node))).toEqual(['a', 'c']);
    expect(nextMissingSpeaker(doc, 0)).toBe('c');
    expect(nextMissingSpeaker(doc, doc.content.size)).toBe('a');
    desk.run(setSpeakers(['a', 'c'] as BlockId[], budi, noStamp));
    expect(nextMissingSpeaker(desk.state.doc, 0)).toBeNull();
  });
});

describe('a line about somebody who came', () => {
  const source = { newId: counter(), stampMs: noStamp };
  const types = (desk: Desk): readonly string[] => {
    const found: string[] = [];
    eachBlock(
      desk.state.doc,
      ({ node }) => void found.push(`${node.type.name}: ${node.textContent}`),
    );
    return found;
  };

  it('follows what is being said, and the caret stays in it', () => {
    const desk = manyStatements().caret('Dua', 'after');
    desk.state = desk.state.apply(insertNarration(desk.state, source, 'Budi datang.').transaction);
    expect(types(desk).slice(1, 3)).toEqual(['statement: Dua', 'narration: Budi datang.']);
    expect(desk.state.selection.$head.parent.textContent).toBe('Dua');
  });

  it('comes before a statement that only stands ready', () => {
    const desk = new Desk([statement('a', 'Satu'), statement('b', '')]);
    desk.caretAt(desk.state.doc.content.size - 2);
    desk.state = desk.state.apply(insertNarration(desk.state, source, 'Budi datang.').transaction);
    expect(types(desk)).toEqual(['statement: Satu', 'narration: Budi datang.', 'statement: ']);
    expect(desk.state.selection.$head.parent.textContent).toBe('');
  });
});

describe('undo of what was done beside the text', () => {
  it('comes first while nothing was written since, once', () => {
    const desk = manyStatements().caret('Dua', 'after');
    const acts = createActs(() => desk.state.doc);
    let undone = 0;
    acts.done(() => {
      undone += 1;
    });
    desk.state = desk.state.apply(askFor(desk.state.tr, { type: 'queue' }));
    expect(answer(desk, acts.undo)).toBe(true);
    expect(answer(desk, acts.undo)).toBe(false);
    expect(undone).toBe(1);
  });

  it('leaves Ctrl+Z to the text once something was written, and for its part in an act', () => {
    const desk = manyStatements().caret('Dua', 'after');
    const acts = createActs(() => desk.state.doc);
    let undone = 0;
    const undo = (): void => {
      undone += 1;
    };
    acts.done(undo, true);
    expect(answer(desk, acts.undo)).toBe(false);
    expect(undone).toBe(1);
    acts.done(undo);
    desk.state = desk.state.apply(desk.state.tr.insertText('!'));
    expect(answer(desk, acts.undo)).toBe(false);
    expect(undone).toBe(1);
  });
});

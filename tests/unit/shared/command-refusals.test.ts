import { describe, expect, it } from 'vitest';

import { refusalIn } from '../../../src/shared/contract/command-refusals.ts';
import type { CommandId } from '../../../src/shared/contract/commands.ts';
import { commands } from '../../../src/shared/contract/commands.ts';

const ids = Object.keys(commands) as CommandId[];

describe('what a session allows', () => {
  it('is everything but addenda before it is final', () => {
    for (const status of ['rencana', 'berlangsung', 'selesai'] as const) {
      const refused = ids.filter((id) => refusalIn(id, status) !== null);
      expect(refused).toEqual(['session.addendum', 'session.addenda', 'addendum.next']);
    }
  });

  it('is nothing that writes, once it is final', () => {
    const menus: readonly string[] = ['block', 'insert', 'format', 'table'];
    const writing = ids.filter((id) => menus.includes(commands[id].menu));
    expect(writing.filter((id) => refusalIn(id, 'final') !== 'is-final')).toEqual([]);
    expect(refusalIn('meeting.step', 'final')).toBe('is-final');
    expect(refusalIn('find.replace', 'final')).toBe('is-final');
    expect(refusalIn('session.finalise', 'final')).toBe('is-final');
  });

  it('is reading, finding, printing and correcting it then', () => {
    const allowed = ['find.open', 'view.outline', 'session.preview', 'session.documents'] as const;
    for (const id of [...allowed, 'session.addendum', 'session.log'] as const) {
      expect(refusalIn(id, 'final')).toBeNull();
    }
  });
});

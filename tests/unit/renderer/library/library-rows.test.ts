import { describe, expect, it } from 'vitest';

import {
  filterChoices,
  INITIAL_VIEW,
  shortDates,
  visibleRows,
} from '../../../../src/renderer/features/library/library-rows.ts';
import type { LibraryView } from '../../../../src/renderer/features/library/library-rows.ts';
import type { SessionId } from '../../../../src/shared/ids.ts';
import type { SessionSummary } from '../../../../src/shared/minutes/session.ts';

function row(title: string, fields: Partial<SessionSummary> = {}): SessionSummary {
  return {
    id: title as SessionId,
    kind: 'Rakor',
    title,
    firstDate: null,
    lastDate: null,
    place: '',
    status: 'rencana',
    hosts: [],
    isExample: false,
    trashedAtMs: null,
    updatedAtMs: 0,
    ...fields,
  };
}

const dated = (title: string, firstDate: string, lastDate = firstDate): SessionSummary =>
  row(title, { firstDate, lastDate });

const shown = (rows: readonly SessionSummary[], view: Partial<LibraryView> = {}) =>
  visibleRows(rows, { ...INITIAL_VIEW, ...view }).map(({ title }) => title);

describe('the order of the library', () => {
  it('begins with the newest, and before them those that have no date yet', () => {
    const rows = [dated('lama', '2020-01-01'), row('rencana'), dated('baru', '2025-01-01')];
    expect(shown(rows)).toEqual(['rencana', 'baru', 'lama']);
    expect(shown(rows, { sort: { column: 'date', direction: 'ascending' } })).toEqual([
      'lama',
      'baru',
      'rencana',
    ]);
  });

  it('counts numbers in titles and does not care about capitals', () => {
    const rows = [row('Rapat 10'), row('rapat 9'), row('Rapat 1')];
    expect(shown(rows, { sort: { column: 'title', direction: 'ascending' } })).toEqual([
      'Rapat 1',
      'rapat 9',
      'Rapat 10',
    ]);
  });

  it('sorts a status by how far the session is', () => {
    const rows = [row('c', { status: 'final' }), row('a'), row('b', { status: 'berlangsung' })];
    expect(shown(rows, { sort: { column: 'status', direction: 'ascending' } })).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('the filters', () => {
  it('offer only what some session has', () => {
    const rows = [
      { ...dated('a', '2024-12-31', '2025-01-01'), hosts: ['KPU RI', 'Bawaslu'] },
      row('b', { kind: 'FGD' }),
      row('c', { kind: '' }),
    ];
    expect(filterChoices(rows)).toEqual({
      kinds: ['FGD', 'Rakor'],
      years: ['2025', '2024'],
      hasUndated: true,
      organizations: ['Bawaslu', 'KPU RI'],
    });
  });

  it('find a session over New Year in both years', () => {
    const rows = [dated('a', '2024-12-31', '2025-01-01'), dated('b', '2025-06-01'), row('c')];
    expect(shown(rows, { year: '2024' })).toEqual(['a']);
    expect(shown(rows, { year: '2025' })).toEqual(['b', 'a']);
    expect(shown(rows, { year: 'none' })).toEqual(['c']);
  });

  it('find every word typed, in title, kind, place or organization', () => {
    const rows = [row('Evaluasi', { place: 'Hotel Zuri', hosts: ['KPU RI'] }), row('Evaluasi 2')];
    expect(shown(rows, { text: ' kpu  EVALUASI zuri' })).toEqual(['Evaluasi']);
    expect(shown(rows, { text: 'evaluasi bawaslu' })).toEqual([]);
  });

  it('keep trash and library apart', () => {
    const rows = [row('ada'), row('dibuang', { trashedAtMs: 1 })];
    expect(shown(rows)).toEqual(['ada']);
    expect(shown(rows, { isTrash: true })).toEqual(['dibuang']);
  });
});

it('shows the days of a session in short', () => {
  expect(shortDates(dated('', '2025-02-18'), 'id')).toBe('18 Feb 2025');
  expect(shortDates(dated('', '2024-07-20', '2024-07-21'), 'id')).toBe('20–21 Jul 2024');
  expect(shortDates(dated('', '2024-07-31', '2024-08-01'), 'id')).toMatch(
    /^31 Jul\s–\s1 Agu 2024$/,
  );
  expect(shortDates(row(''), 'id')).toBe('');
});

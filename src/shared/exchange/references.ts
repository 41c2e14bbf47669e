import { cleanLine } from '../minutes/titles.ts';
import type { ExchangeFieldFault, ExchangeProblem, SessionExchange } from './session-exchange.ts';

/** Lists of a file whose entries others name by their ids. */
type Named = 'organizations' | 'persons' | 'attendance' | 'blocks' | 'session.days' | 'images';

/** Every id once, every reference to something that is there, every line of a kind that can be. */
export function findReferenceProblems(exchange: SessionExchange): readonly ExchangeProblem[] {
  const { session, organizations, persons, attendance, speakers, blocks, images } = exchange;
  const problems: ExchangeProblem[] = [];
  const report = (path: string, fault: ExchangeFieldFault): void => {
    problems.push({ type: 'field', path, fault });
  };
  const idsOf = (list: Named, ids: readonly string[], key = 'id'): ReadonlySet<string> => {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (seen.has(id)) report(`${list}[${index + 1}].${key}`, { type: 'doubled' });
      seen.add(id);
    });
    return seen;
  };
  const known = {
    'session.days': idsOf(
      'session.days',
      session.days.map(({ id }) => id),
    ),
    organizations: idsOf(
      'organizations',
      organizations.map(({ id }) => id),
    ),
    persons: idsOf(
      'persons',
      persons.map(({ id }) => id),
    ),
    attendance: idsOf(
      'attendance',
      attendance.map(({ id }) => id),
    ),
    blocks: idsOf(
      'blocks',
      blocks.map(({ attrs }) => attrs.id),
      'attrs.id',
    ),
    images: idsOf(
      'images',
      images.map(({ id }) => id),
    ),
  };
  const refer = (path: string, list: Named, id: string | null): void => {
    if (id !== null && !known[list].has(id)) report(path, { type: 'unknown-reference', list });
  };
  // Nothing but marks that nobody sees is no name.
  const named = (path: string, name: string): void => {
    if (cleanLine(name) === '') report(path, { type: 'missing' });
  };
  const once = (path: string, ids: readonly (string | number)[]): void => {
    if (new Set(ids).size < ids.length) report(path, { type: 'doubled' });
  };

  session.hosts.forEach((id, index) => refer(`session.hosts[${index + 1}]`, 'organizations', id));
  once('session.hosts', session.hosts);
  session.meeting.marks.forEach(({ dayId }, index) =>
    refer(`session.meeting.marks[${index + 1}].dayId`, 'session.days', dayId),
  );
  session.meeting.days.forEach(({ dayId }, index) =>
    refer(`session.meeting.days[${index + 1}].dayId`, 'session.days', dayId),
  );
  once(
    'session.meeting.days',
    session.meeting.days.map(({ dayId }) => dayId),
  );
  once(
    'documentNumbers',
    exchange.documentNumbers.map(({ kind }) => kind),
  );
  organizations.forEach(({ name }, index) => named(`organizations[${index + 1}].name`, name));
  persons.forEach(({ name, organizationId }, index) => {
    named(`persons[${index + 1}].name`, name);
    refer(`persons[${index + 1}].organizationId`, 'organizations', organizationId);
  });
  attendance.forEach((line, index) => {
    const path = `attendance[${index + 1}]`;
    refer(`${path}.personId`, 'persons', line.personId);
    refer(`${path}.organizationId`, 'organizations', line.organizationId);
    if (line.type === 'group' && line.personId !== null) {
      report(`${path}.personId`, { type: 'invalid' });
    }
    line.days.forEach(({ dayId }, place) =>
      refer(`${path}.days[${place + 1}].dayId`, 'session.days', dayId),
    );
    once(
      `${path}.days`,
      line.days.map(({ dayId }) => dayId),
    );
  });
  speakers.numbers.forEach(({ attendanceId }, index) =>
    refer(`speakers.numbers[${index + 1}].attendanceId`, 'attendance', attendanceId),
  );
  once(
    'speakers.numbers',
    speakers.numbers.map(({ number }) => number),
  );
  once(
    'speakers.numbers',
    speakers.numbers.flatMap(({ attendanceId }) => attendanceId ?? []),
  );
  speakers.queue.forEach(({ dayId, attendanceId }, index) => {
    refer(`speakers.queue[${index + 1}].dayId`, 'session.days', dayId);
    refer(`speakers.queue[${index + 1}].attendanceId`, 'attendance', attendanceId);
  });
  blocks.forEach((block, index) => {
    refer(`blocks[${index + 1}].attrs.dayId`, 'session.days', block.attrs.dayId);
    if (block.type !== 'statement') return;
    refer(`blocks[${index + 1}].attrs.speakerId`, 'attendance', block.attrs.speakerId);
  });
  return problems;
}

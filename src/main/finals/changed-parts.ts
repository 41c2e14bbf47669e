import type { SessionOffices } from '../../shared/contract/office.ts';
import type { Block } from '../../shared/document/block.ts';
import { blockPlainText } from '../../shared/document/plain-text.ts';
import type { FrozenForm } from '../../shared/final/frozen-form.ts';
import { isSameJson } from '../../shared/final/same-json.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { FinalPart, LogEntry } from '../../shared/minutes/final.ts';
import { FINAL_PARTS } from '../../shared/minutes/final.ts';
import type { Attendance } from '../../shared/minutes/people.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { addendumHash, sha256 } from './hashes.ts';
import type { BlockRow, FinalsStore } from './store.ts';

/** What the rows of a session say now. */
export interface LiveFacts {
  readonly session: (id: SessionId) => Session;
  readonly attendance: (id: SessionId) => readonly Attendance[];
  readonly numbers: (id: SessionId) => SessionOffices['numbers'];
}

interface ChangedPartsOptions {
  readonly store: FinalsStore;
  readonly live: LiveFacts;
  readonly entriesOf: (id: SessionId) => readonly LogEntry[];
  readonly brokenAtSeq: () => number | null;
}

// Names in the directory may change later: the frozen copy is what keeps those of the day.
function sessionFacts(session: FrozenForm['record']['session'] & Partial<Session>): unknown {
  const { updatedAtMs: _updated, hosts, series, ...facts } = session;
  return {
    ...facts,
    trashedAtMs: facts.trashedAtMs ?? null,
    hosts: hosts.map(({ organizationId }) => organizationId),
    series: series?.id ?? null,
  };
}

function lineFacts(line: Attendance): unknown {
  const { id, type, personId, name, position, organizationId, headCount, days } = line;
  const groupName = type === 'group' ? name : '';
  return { id, type, personId, groupName, position, organizationId, headCount, days };
}

/** Whether a row holds the block, and its columns what they repeat of it. */
function isRowOf({ id, type, node, plainText, speakerId }: BlockRow, block: Block): boolean {
  return (
    isSameJson(JSON.parse(node), block) &&
    id === block.attrs.id &&
    type === block.type &&
    plainText === blockPlainText(block) &&
    speakerId === (block.type === 'statement' ? block.attrs.speakerId : null)
  );
}

/** Finds what of final sessions is not as it was frozen. */
export function createChangedParts({ store, live, entriesOf, brokenAtSeq }: ChangedPartsOptions) {
  function isDocumentSame(id: SessionId, { blocks }: FrozenForm['record']): boolean {
    const rows = store.blocks(id);
    return (
      rows.length === blocks.length &&
      blocks.every((block, index) => {
        const row = rows[index];
        return row !== undefined && isRowOf(row, block);
      })
    );
  }

  function areImagesSame(id: SessionId, { record, offices }: FrozenForm): boolean {
    return [...record.images, ...offices.logos].every((image) => {
      const row = store.image(image.id);
      return (
        row !== undefined &&
        store.isImageOf(id, image.id) &&
        row.mediaType === image.mediaType &&
        sha256(row.bytes) === image.id
      );
    });
  }

  /** Against the log as well: a chain of hashes alone does not miss the last of its links. */
  function areAddendaSame(id: SessionId, firstHash: string, entries: readonly LogEntry[]): boolean {
    let previous = firstHash;
    const addenda = store.addenda(id);
    const areChained = addenda.every((addendum, index) => {
      const follows =
        addendum.number === index + 1 && addendumHash(addendum, previous) === addendum.sha256;
      previous = addendum.sha256;
      return follows;
    });
    const logged = entries.filter(({ action }) => action === 'addendum');
    return (
      areChained &&
      isSameJson(
        addenda.map(({ number, sha256: hash }) => [number, hash]),
        logged.map(({ details }) => [details['number'] ?? 0, details['sha256'] ?? '']),
      )
    );
  }

  /** A part that cannot even be read was changed too. */
  const holds = (check: () => boolean): boolean => {
    try {
      return check();
    } catch {
      return false;
    }
  };

  return (id: SessionId, form: FrozenForm | null): readonly FinalPart[] => {
    const row = store.final(id);
    const entries = entriesOf(id);
    const finalised = entries.filter(({ action }) => action === 'finalise');
    const [logged] = finalised;
    const broken = brokenAtSeq();
    const lastSeq = entries.at(-1)?.seq ?? 0;
    const checks: Readonly<Record<FinalPart, () => boolean>> = {
      'frozen-copy': () =>
        row !== undefined &&
        form !== null &&
        (logged === undefined ||
          (row.atMs === logged.atMs &&
            row.actor === logged.actor &&
            isSameJson(logged.details, finaliseDetails(row)))),
      session: () =>
        form === null ||
        isSameJson(sessionFacts(live.session(id)), sessionFacts(form.record.session)),
      attendance: () =>
        form === null ||
        isSameJson(live.attendance(id).map(lineFacts), form.record.attendance.map(lineFacts)),
      document: () => form === null || isDocumentSame(id, form.record),
      numbers: () => form === null || isSameJson(live.numbers(id), form.offices.numbers),
      images: () => form === null || areImagesSame(id, form),
      addenda: () => areAddendaSame(id, row?.sha256 ?? '', entries),
      log: () => finalised.length === 1 && (broken === null || broken > lastSeq),
    };
    return FINAL_PARTS.filter((part) => !holds(checks[part]));
  };
}

/** What the log says of a session that was made final, so that nothing of it can be put in its place. */
export function finaliseDetails(row: {
  readonly sha256: string;
  readonly reason: string;
  readonly findings: string;
}) {
  const findings = JSON.parse(row.findings) as readonly unknown[];
  return {
    sha256: row.sha256,
    reason: row.reason,
    findingCount: findings.length,
    findingsSha256: sha256(row.findings),
  };
}

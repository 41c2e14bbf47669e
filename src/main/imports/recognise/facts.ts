import type { Piece } from '../../../shared/imports/document.ts';
import { pieceText } from '../../../shared/imports/document.ts';
import type { Guess } from '../../../shared/imports/guess.ts';
import { isOrganizationText } from '../../../shared/minutes/position-words.ts';
import type { SESSION_MODES } from '../../../shared/minutes/session.ts';
import { itemsOf } from './gather.ts';
import type { FieldKey } from './labels.ts';
import { inLetters } from './letter-case.ts';
import { sectionOf } from './sections.ts';
import { joinedLines } from './title.ts';
import type { Field, Unit } from './units.ts';

const fieldsOf = (units: readonly Unit[], key: FieldKey): readonly Field[] =>
  units.filter(
    (unit): unit is Field => unit.type === 'field' && unit.key === key && unit.values.length > 0,
  );

/** What stands beside the first label of a kind. */
export function valueOf(units: readonly Unit[], key: FieldKey): Guess<string> | null {
  const [field] = fieldsOf(units, key);
  if (field === undefined) return null;
  const value = joinedLines(field.values.join(' ')).replace(/[.;,]$/u, '');
  return { value, from: field.from, confidence: 'pasti' };
}

const PLACE_IN_SENTENCE =
  /\b(?:bertempat|dilaksanakan|diselenggarakan|diadakan|berlangsung)\s+(?:(?:[^.;]|\.\d){0,120}?\s)?di\s+(?<place>[\p{Lu}\d].*?)(?=\s*(?:[.;]|$|,\s*(?:pukul|jam|pada|telah|yang|dengan|kami|di\s?hadiri|di\s?ikuti|maka|dan\b|dalam)|\s+(?:pukul|jam|pada\s+(?:hari|tanggal|pukul)|telah|yang|dengan|dan\s+di(?:ikuti|hadiri)|di(?:ikuti|hadiri|laksanakan)|kami|mulai|dalam\s+rangka)\b))/iu;
/** "Tempat Ruang Rapat KPU Kota Contoh", the colon left out. */
const PLACE_LINE = /^(?:tempat|lokasi|bertempat(?: di)?)\s+(?<place>[\p{Lu}\d].{2,120}?)\.?$/u;
const PLACE_LABEL = /\b(?:tempat|di)\s*:?\s*(?<place>\p{Lu}.*)$/u;
/** Where the facts of a meeting stand in sentences. */
const HEAD_UNITS = 30;

/** Where the meeting was held. */
export function placeOf(units: readonly Unit[]): Guess<string> | null {
  const stated = valueOf(units, 'place');
  if (stated !== null) return stated;
  for (const field of fieldsOf(units, 'date')) {
    const place = /tempat/iu.test(field.label)
      ? PLACE_LABEL.exec(field.values.join(' '))?.groups?.['place']
      : undefined;
    if (place !== undefined) return { value: place, from: field.from, confidence: 'pasti' };
  }
  for (const unit of units.slice(0, HEAD_UNITS)) {
    if (unit.type !== 'paragraph') continue;
    const text = joinedLines(unit.text);
    const place =
      PLACE_LINE.exec(text.replace(/^\p{L}/u, (letter) => letter.toLowerCase()))?.groups?.[
        'place'
      ] ?? PLACE_IN_SENTENCE.exec(text)?.groups?.['place'];
    if (place !== undefined && place.length < 200)
      return { value: place.replace(/[,.]$/u, '').trim(), from: [unit.from], confidence: 'dugaan' };
  }
  return null;
}

type Mode = (typeof SESSION_MODES)[number];

const ONLINE =
  /\b(?:daring|online|virtual|zoom|google meet|gmeet|video ?conference|vicon|teams|webinar)\b/iu;
const IN_ROOM = /\b(?:luring|tatap muka|offline)\b/iu;
const HYBRID = /\b(?:hibrida?|hybrid|bauran)\b/iu;

function modeIn(text: string): Mode | null {
  if (HYBRID.test(text) || (ONLINE.test(text) && IN_ROOM.test(text))) return 'hibrida';
  if (ONLINE.test(text)) return 'daring';
  return IN_ROOM.test(text) ? 'luring' : null;
}

const MODE_BEHIND = /\s*\((?:luring|daring|hibrida)\)$/u;

/** "Aula Contoh (daring)", as Notula itself writes it, without the mode. */
export const withoutMode = (place: Guess<string> | null): Guess<string> | null =>
  place === null ? null : { ...place, value: place.value.replace(MODE_BEHIND, '') };

/** How people met, where a label, the place or the title says so. */
export function modeOf(
  units: readonly Unit[],
  others: readonly (Guess<string> | null)[],
): Guess<Mode> | null {
  for (const guess of [valueOf(units, 'mode'), ...others]) {
    const mode = modeIn(guess?.value ?? '');
    if (guess !== null && mode !== null) return { ...guess, value: mode };
  }
  return null;
}

const LINK = /https?:\/\/[^\s<>"”)]+/u;

/** The address at which people met: one of a meeting, not any other that the text names. */
export function linkOf(units: readonly Unit[]): Guess<string> | null {
  for (const unit of units) {
    if (unit.type !== 'field' || !['link', 'place', 'mode'].includes(unit.key)) continue;
    const found = LINK.exec(unit.values.join(' '))?.[0];
    if (found !== undefined) return { value: found, from: unit.from, confidence: 'pasti' };
  }
  return null;
}

const REGION = /^(?:republik|provinsi|prov\.|kabupaten|kab\.|kota|kecamatan|kelurahan|desa)\s/iu;
const LETTERHEAD_LINES = 6;

/** The office of the letterhead. */
function letterhead(pieces: readonly Piece[], units: readonly Unit[]): Guess<string> | null {
  const heads = pieces.filter((piece) => piece.type === 'paragraph' && piece.place === 'kop');
  const top = units
    .slice(0, LETTERHEAD_LINES)
    .flatMap((unit) => (unit.type === 'paragraph' ? [unit] : []));
  const lines = [
    ...heads.map((piece) => ({ text: pieceText(piece), from: piece.index })),
    ...top.filter(({ text }) => sectionOf(text) === null),
  ].flatMap(({ text, from }) => text.split('\n').map((line) => ({ text: line.trim(), from })));
  const at = lines.findIndex(
    ({ text }) => isOrganizationText(text) && text.length < 120 && !/[.:]$/u.test(text),
  );
  const first = lines[at];
  if (first === undefined || at > LETTERHEAD_LINES) return null;
  const next = lines[at + 1];
  const isRegion = next !== undefined && REGION.test(next.text) && next.text.length < 80;
  const text = isRegion ? `${first.text} ${next.text}` : first.text;
  const from = isRegion ? [...new Set([first.from, next.from])] : [first.from];
  return { value: inLetters(text), from, confidence: 'dugaan' };
}

/** Who held the meeting: as a label says, or whose letterhead it is. */
export function hostsOf(
  pieces: readonly Piece[],
  units: readonly Unit[],
): readonly Guess<string>[] {
  const [field] = fieldsOf(units, 'hosts');
  if (field !== undefined)
    return itemsOf(field.values).map((value) => ({ value, from: field.from, confidence: 'pasti' }));
  const head = letterhead(pieces, units);
  return head === null ? [] : [head];
}

/** The agenda as a list: of a label, or of a heading over a list. */
export function agendaOf(
  units: readonly Unit[],
  title: Guess<string> | null,
): readonly Guess<string>[] {
  const isTitle = (field: Field): boolean =>
    title !== null && field.from.every((from) => title.from.includes(from));
  const field = [...fieldsOf(units, 'agenda'), ...fieldsOf(units, 'acara')].find(
    (each) => !isTitle(each),
  );
  if (field === undefined) return [];
  return itemsOf(field.values).map((value) => ({ value, from: field.from, confidence: 'pasti' }));
}

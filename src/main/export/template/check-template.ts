import { unescapedXml } from '../../opc/xml-text.ts';
import { nearestPlaceholder } from '../../../shared/official/placeholders.ts';
import type {
  TemplateCheck,
  TemplateFinding,
  TemplatePlace,
} from '../../../shared/official/template-findings.ts';
import type { OfficeTemplate, TextPart } from './office-template.ts';
import { decoded, readOfficeTemplate } from './office-template.ts';
import type { ParagraphPlaces } from './placeholder-places.ts';
import { WORD_ART_TEXT, filledText, placesIn } from './placeholder-places.ts';
import { ancestor } from './xml-tree.ts';

const LONGEST_QUOTE = 60;
/** More of them would not be read. */
const MOST_FINDINGS = 100;
const DRAWN_PART = /(?:^|\/)(?:charts|diagrams)\/[^/]*\.xml$/;

function placeOf({ role }: TextPart, { paragraph }: ParagraphPlaces): TemplatePlace {
  if (ancestor(paragraph, 'w:txbxContent') !== null) return 'text-box';
  if (role !== 'body') return role;
  return ancestor(paragraph, 'w:tc') === null ? 'body' : 'table';
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** Braces that belong to no placeholder, with the words after them. */
function unclosed({ text, occurrences }: ParagraphPlaces, place: TemplatePlace) {
  let rest = text;
  for (const { start, end } of occurrences) {
    rest = rest.slice(0, start) + '\u0000'.repeat(end - start) + rest.slice(end);
  }
  return [...rest.matchAll(/\{\{|\}\}/g)].map((match): TemplateFinding => {
    // Of "}}" alone the words before it tell more.
    const from = match[0] === '{{' ? match.index : Math.max(0, match.index - LONGEST_QUOTE / 2);
    const to = match[0] === '{{' ? text.length : match.index + 2;
    return { type: 'unclosed', text: quoted(text.slice(from, to)), place };
  });
}

function findingsOf(part: TextPart, places: ParagraphPlaces): readonly TemplateFinding[] {
  const place = placeOf(part, places);
  const named = places.occurrences.flatMap(({ name, known }): TemplateFinding[] => {
    if (known === null)
      return [{ type: 'unknown', name, nearest: nearestPlaceholder(name), place }];
    if (known.kind === 'block' && places.block === null) {
      return [{ type: 'block-in-text', name, place }];
    }
    return [];
  });
  return [...named, ...unclosed(places, place)];
}

/** Word keeps text boxes twice, the second time for programs of before 2010. */
const isSecondCopy = ({ paragraph }: ParagraphPlaces): boolean =>
  ancestor(paragraph, 'mc:Fallback') !== null;

/** What looks like a placeholder and stands where none is filled. */
function outOfReach(template: OfficeTemplate): readonly TemplateFinding[] {
  const found = (text: string): readonly TemplateFinding[] =>
    [...text.matchAll(/\{\{[^{}<>]{0,120}\}\}/g)].map(([match]) => ({
      type: 'out-of-reach',
      text: quoted(unescapedXml(match)),
    }));
  const drawn = [...template.entries]
    .filter(([path]) => DRAWN_PART.test(path))
    .flatMap(([, bytes]) => found(decoded(bytes)));
  const fields = template.parts.flatMap(({ xml }) =>
    [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].flatMap(([, text = '']) => found(text)),
  );
  return [...drawn, ...fields];
}

/** What a template that can be used has in it, and what its author should know. */
export function checkOfficeTemplate(template: OfficeTemplate): TemplateCheck {
  const names = new Set<string>();
  const findings = new Map<string, TemplateFinding>();
  const add = (finding: TemplateFinding): void => {
    findings.set(JSON.stringify(finding), finding);
  };
  for (const part of template.parts) {
    for (const places of placesIn(part)) {
      if (isSecondCopy(places)) continue;
      for (const { name, known } of places.occurrences) if (known !== null) names.add(name);
      for (const finding of findingsOf(part, places)) add(finding);
    }
    for (const [, , value = ''] of part.xml.matchAll(WORD_ART_TEXT)) {
      filledText(unescapedXml(value), ({ name }) => {
        names.add(name);
        return '';
      });
    }
  }
  for (const finding of outOfReach(template)) add(finding);
  if (names.size === 0) add({ type: 'no-placeholder' });
  else if (!names.has('konsep')) add({ type: 'no-draft-mark' });
  return { placeholders: [...names], findings: [...findings.values()].slice(0, MOST_FINDINGS) };
}

/** Reads and checks a template; throws as readOfficeTemplate does where it cannot be one. */
export function checkTemplate(bytes: Uint8Array): TemplateCheck {
  return checkOfficeTemplate(readOfficeTemplate(bytes));
}

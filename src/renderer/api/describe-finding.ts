import i18next from 'i18next';

import type { TemplateFinding } from '../../shared/official/template-findings.ts';
import type { FindingText } from './finding-texts.ts';

const inBraces = (name: string): string => `{{${name}}}`;
const text = (key: FindingText, values: Readonly<Record<string, string>> = {}): string =>
  i18next.t(`templates:${key}`, values);

/** What the check of a template found, in plain words. */
export function describeFinding(finding: TemplateFinding): string {
  switch (finding.type) {
    case 'unknown': {
      const place = text(`place_${finding.place}`);
      const name = inBraces(finding.name);
      return finding.nearest === null
        ? text('unknown', { name, place })
        : text('unknownNear', { name, place, nearest: inBraces(finding.nearest) });
    }
    case 'unclosed':
      return text('unclosed', { text: finding.text, place: text(`place_${finding.place}`) });
    case 'block-in-text':
      return text('block-in-text', {
        name: inBraces(finding.name),
        place: text(`place_${finding.place}`),
      });
    case 'out-of-reach':
      return text('out-of-reach', { text: finding.text });
    case 'no-placeholder':
      return text('no-placeholder');
    case 'no-draft-mark':
      return text('no-draft-mark', { name: inBraces('konsep') });
  }
}

import type { TFunction } from 'i18next';

import type { TemplateFinding } from '../../../shared/official/template-findings.ts';

const inBraces = (name: string): string => `{{${name}}}`;

/** What the check of a template found, in plain words. */
export function findingText(finding: TemplateFinding, t: TFunction<'templates'>): string {
  switch (finding.type) {
    case 'unknown': {
      const place = t(`place_${finding.place}`);
      const name = inBraces(finding.name);
      return finding.nearest === null
        ? t('unknown', { name, place })
        : t('unknownNear', { name, place, nearest: inBraces(finding.nearest) });
    }
    case 'unclosed':
      return t('unclosed', { text: finding.text, place: t(`place_${finding.place}`) });
    case 'block-in-text':
      return t('block-in-text', {
        name: inBraces(finding.name),
        place: t(`place_${finding.place}`),
      });
    case 'out-of-reach':
      return t('out-of-reach', { text: finding.text });
    case 'no-placeholder':
      return t('no-placeholder');
    case 'no-draft-mark':
      return t('no-draft-mark', { name: inBraces('konsep') });
  }
}

import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { PageSetup } from '../../../shared/official/office-settings.ts';
import {
  FONT_SIZES_PT,
  LINE_SPACINGS,
  PAGE_FONTS,
  PAPERS,
  PAPER_NAMES,
} from '../../../shared/official/office-settings.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import type { OfficePart } from './part.ts';

const MARGINS = [
  ['topMm', 'marginTop'],
  ['rightMm', 'marginRight'],
  ['bottomMm', 'marginBottom'],
  ['leftMm', 'marginLeft'],
] as const;

/** A choice among numbers, for a list that holds texts. */
function chosenOf<Value extends number>(values: readonly Value[], key: string): Value | undefined {
  return values.find((value) => String(value) === key);
}

/** Paper, margins and letters. */
export function PageTab({ settings, set }: OfficePart) {
  const { t, i18n } = useTranslation('office');
  const { page } = settings;
  const change = (changes: Partial<PageSetup>): void => set({ page: { ...page, ...changes } });
  const decimal = new Intl.NumberFormat(i18n.language === 'en' ? 'en-US' : 'id-ID', {
    maximumFractionDigits: 2,
  });

  return (
    <div className="office-columns">
      <div className="office-stack">
        <Select<PageSetup['paper']>
          label={t('paper')}
          options={PAPER_NAMES.map((value) => ({ value, label: t(`paper_${value}`) }))}
          value={page.paper}
          onChange={(paper) => change({ paper })}
        />
        <Group aria-label={t('margins')} className="office-stack">
          <h3 className="office-heading">{t('margins')}</h3>
          <div className="office-margins">
            {MARGINS.map(([key, label]) => (
              <NumberField
                key={key}
                label={t(label)}
                value={page[key] / 10}
                min={0.5}
                max={8}
                step={0.1}
                onChange={(cm) => change({ [key]: Math.round(cm * 10) })}
              />
            ))}
          </div>
        </Group>
        <Select<PageSetup['font']>
          label={t('font')}
          options={PAGE_FONTS.map((value) => ({ value, label: value }))}
          value={page.font}
          onChange={(font) => change({ font })}
        />
        <div className="office-pair">
          <Select
            label={t('fontSize')}
            options={FONT_SIZES_PT.map((size) => ({
              value: String(size),
              label: t('points', { size: String(size) }),
            }))}
            value={String(page.fontSizePt)}
            onChange={(key) => {
              const fontSizePt = chosenOf(FONT_SIZES_PT, key);
              if (fontSizePt !== undefined) change({ fontSizePt });
            }}
          />
          <Select
            label={t('spacing')}
            options={LINE_SPACINGS.map((spacing) => ({
              value: String(spacing),
              label: decimal.format(spacing),
            }))}
            value={String(page.lineSpacing)}
            onChange={(key) => {
              const lineSpacing = chosenOf(LINE_SPACINGS, key);
              if (lineSpacing !== undefined) change({ lineSpacing });
            }}
          />
        </div>
      </div>
      <PageSketch
        page={page}
        label={t('pagePreview', {
          paper: page.paper,
          left: decimal.format(page.leftMm / 10),
          right: decimal.format(page.rightMm / 10),
        })}
      />
    </div>
  );
}

const LINES = [100, 96, 99, 92, 97, 60, 98, 94, 99, 90, 96, 45] as const;

/** The sheet in small: where its text stands. */
function PageSketch({ page, label }: { readonly page: PageSetup; readonly label: string }) {
  const { widthMm, heightMm } = PAPERS[page.paper];
  const ofWidth = (length: number): string => `${(length / widthMm) * 100}%`;
  const ofHeight = (length: number): string => `${(length / heightMm) * 100}%`;
  return (
    <figure
      className="office-sheet"
      aria-label={label}
      style={{ aspectRatio: `${widthMm} / ${heightMm}` }}
    >
      <div
        className="office-sheet-text"
        style={{
          insetBlock: `${ofHeight(page.topMm)} ${ofHeight(page.bottomMm)}`,
          insetInline: `${ofWidth(page.leftMm)} ${ofWidth(page.rightMm)}`,
          gap: `${page.lineSpacing * 5}px`,
        }}
      >
        {LINES.map((percent, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- drawn lines have nothing but their place
          <div key={index} className="office-sheet-line" style={{ inlineSize: `${percent}%` }} />
        ))}
      </div>
    </figure>
  );
}

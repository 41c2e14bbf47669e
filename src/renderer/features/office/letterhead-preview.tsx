import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';

import type { OfficeSettings, PageSetup } from '../../../shared/official/office-settings.ts';
import { PAPERS } from '../../../shared/official/office-settings.ts';

const MM_PER_PT = 25.4 / 72;

/** How much the sizes of a letterhead differ from that of the text, in points. */
const SIZE_STEPS_PT = { besar: 3, sedang: 1.5, kecil: -2 } as const;

/** Where the font itself is not on the computer, one of the same measures. */
const SHOWN_FONTS: Readonly<Record<PageSetup['font'], string>> = {
  Arial: 'var(--font-page)',
  'Bookman Old Style': "'Bookman Old Style', 'URW Bookman', serif",
  'Times New Roman': "'Times New Roman', 'Liberation Serif', serif",
  Calibri: 'Calibri, Carlito, sans-serif',
};

interface LetterheadPreviewProps {
  readonly settings: OfficeSettings;
  readonly name: string;
}

/** Lengths on the page as lengths on screen: the paper is as wide as there is room. */
const mm = (length: number): string => `calc(var(--office-mm) * ${length})`;

/** The top of the first page, in its true proportions. */
export function LetterheadPreview({ settings, name }: LetterheadPreviewProps) {
  const { t } = useTranslation('office');
  const { letterhead, page } = settings;
  const { widthMm } = PAPERS[page.paper];
  const set = letterhead.lines.filter(({ text }) => text.trim() !== '');
  const lines =
    set.length > 0
      ? set
      : [{ text: name.toLocaleUpperCase('id'), size: 'besar', isBold: true } as const];
  const paper = {
    '--office-mm': `calc(100cqi / ${widthMm})`,
    fontFamily: SHOWN_FONTS[page.font],
    paddingBlockStart: mm(Math.min(page.topMm, 20)),
    paddingInline: `${mm(page.leftMm)} ${mm(page.rightMm)}`,
  } as CSSProperties;
  const logo = (isShown: boolean) =>
    letterhead.logoId !== null && (
      <img
        className="office-preview-logo"
        src={`app://notula/attachment/${letterhead.logoId}`}
        alt={isShown ? t('logoAlt') : ''}
        style={{
          blockSize: mm(letterhead.logoHeightMm),
          maxInlineSize: mm(40),
          ...(isShown ? {} : { flexShrink: 1000, minInlineSize: 0, visibility: 'hidden' }),
        }}
      />
    );

  return (
    <figure className="office-preview" aria-label={t('preview')}>
      <div className="office-preview-desk">
        <div className="office-paper" style={paper}>
          <div className="office-preview-head">
            {logo(true)}
            <div className="office-preview-lines">
              {lines.map((line, index) => (
                <div
                  // oxlint-disable-next-line react/no-array-index-key -- a line is nothing but its place
                  key={index}
                  style={{
                    fontSize: mm((page.fontSizePt + SIZE_STEPS_PT[line.size]) * MM_PER_PT),
                    fontWeight: line.isBold ? 700 : 400,
                  }}
                >
                  {line.text}
                </div>
              ))}
            </div>
            {/* As wide as the logo, so that the lines stand in the middle of the page while they fit. */}
            {logo(false)}
          </div>
          <div className={`office-preview-rule office-preview-rule-${letterhead.rule}`} />
        </div>
      </div>
    </figure>
  );
}

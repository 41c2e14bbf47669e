import {
  Document,
  Footer,
  Header,
  PageNumber,
  Packer,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { IStylesOptions } from 'docx';

import { attendancePieces } from './docx-attendance.ts';
import { coursePieces, sectionHeading } from './docx-course.ts';
import { documentTitle, factsTable, letterhead } from './docx-head.ts';
import { createDocumentImages } from './docx-images.ts';
import { ALIGN, FONT, GREY, PAGE, SIZE, TEXT_WIDTH_TWIPS, twips } from './docx-layout.ts';
import { createListStyles } from './docx-lists.ts';
import { textRun } from './docx-runs.ts';
import { signatureTable } from './docx-signatures.ts';
import { corePropertiesXml, withFixedDates } from './package-parts.ts';
import type { NotulaModel } from './model.ts';
import { shortened } from './shortened.ts';

const heading = (before: number, size: number, italics = false) => ({
  run: { font: FONT, size, bold: true, italics, color: '000000' },
  paragraph: { keepNext: true, spacing: { before, after: 80 } },
});

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FONT,
        size: SIZE.text,
        // Word then checks the spelling as Indonesian.
        language: { value: 'id-ID', eastAsia: 'id-ID', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 80, line: 264 } },
    },
    heading1: heading(280, SIZE.heading),
    heading2: heading(220, SIZE.text),
    heading3: heading(180, SIZE.text, true),
    heading4: heading(160, SIZE.text),
  },
};

const LONGEST_FOOTER_TITLE = 80;

function pageFooter(model: NotulaModel): Footer {
  const small = { size: 16, color: GREY } as const;
  const title = shortened(model.title, LONGEST_FOOTER_TITLE);
  return new Footer({
    children: [
      new Paragraph({
        spacing: { after: 0 },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH_TWIPS }],
        children: [
          textRun(title === '' ? 'Notula' : `Notula · ${title}`, small),
          new TextRun({
            ...small,
            children: ['\tHalaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

function draftHeader(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: ALIGN.END,
        spacing: { after: 0 },
        children: [
          textRun('KONSEP', { bold: true, color: 'A61B1B' }),
          textRun(' (belum final)', { size: 16, color: GREY }),
        ],
      }),
    ],
  });
}

/**
 * The official Notula as a Word document (DOCX). The same model gives the same bytes. Text comes
 * out as it was typed, but for what XML cannot hold (see xmlText).
 */
export async function notulaDocx(model: NotulaModel): Promise<Uint8Array> {
  const lists = createListStyles(createDocumentImages(model.images));
  const file = new Document({
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.widthTwips, height: PAGE.heightTwips },
            margin: {
              left: PAGE.leftTwips,
              right: PAGE.rightTwips,
              top: PAGE.topTwips,
              bottom: PAGE.bottomTwips,
              header: twips(1),
              footer: twips(1.2),
            },
          },
        },
        ...(model.isDraft ? { headers: { default: draftHeader() } } : {}),
        footers: { default: pageFooter(model) },
        children: [
          ...letterhead(model.institution),
          ...documentTitle(model),
          factsTable(model),
          sectionHeading('Peserta Sidang/Rapat'),
          ...attendancePieces(model),
          sectionHeading('Kegiatan Sidang/Rapat'),
          ...coursePieces(model, lists),
          new Paragraph({ spacing: { before: 240, after: 0 }, keepNext: true }),
          signatureTable(model.signatures),
        ],
      },
    ],
  });
  const bytes = await Packer.toArrayBuffer(file, false, [corePropertiesXml(model)]);
  return withFixedDates(new Uint8Array(bytes), model.createdAtMs);
}

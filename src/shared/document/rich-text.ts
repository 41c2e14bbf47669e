import { z } from 'zod';

import type { AttachmentId } from '../ids.ts';
import { attachmentIdSchema } from '../ids.ts';
import { LONGEST_CAPTION, LONGEST_SIDE_PX } from './image-rules.ts';

/** How many columns and rows one cell of a table may reach over. */
export const MOST_COLUMNS_OF_CELL = 100;
export const MOST_ROWS_OF_CELL = 1000;

/** Marks that running text may carry; links are limited to web and mail addresses. */
export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('underline') }),
  z.object({ type: z.literal('highlight') }),
  /** Words exactly as they were said. */
  z.object({ type: z.literal('verbatim') }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({
      href: z
        .string()
        .max(4000)
        .regex(/^(https?:|mailto:)/i),
    }),
  }),
]);

export const inlineNodeSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().min(1),
    marks: z.array(markSchema).optional(),
  }),
  z.object({ type: z.literal('hardBreak'), marks: z.array(markSchema).optional() }),
]);

export type Mark = z.infer<typeof markSchema>;
export type InlineNode = z.infer<typeof inlineNodeSchema>;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content?: readonly InlineNode[] | undefined;
}
export interface ListItem {
  readonly type: 'listItem';
  readonly content: readonly RichNode[];
}
export interface BulletList {
  readonly type: 'bulletList';
  readonly content: readonly ListItem[];
}
export interface OrderedList {
  readonly type: 'orderedList';
  readonly attrs?: { readonly start?: number | undefined } | undefined;
  readonly content: readonly ListItem[];
}
export interface Blockquote {
  readonly type: 'blockquote';
  readonly content: readonly RichNode[];
}
export interface TableCell {
  readonly type: 'tableCell' | 'tableHeader';
  readonly attrs?:
    | {
        readonly colspan?: number | undefined;
        readonly rowspan?: number | undefined;
        readonly colwidth?: readonly number[] | null | undefined;
      }
    | undefined;
  readonly content: readonly RichNode[];
}
export interface TableRow {
  readonly type: 'tableRow';
  readonly content: readonly TableCell[];
}
export interface Table {
  readonly type: 'table';
  readonly content: readonly TableRow[];
}
/** A picture between paragraphs; the archive keeps its bytes once, by their hash. */
export interface Image {
  readonly type: 'image';
  readonly attrs: {
    readonly attachmentId: AttachmentId;
    /** Size in pixels, as it is stored. */
    readonly width: number;
    readonly height: number;
    /** What it shows, for those who cannot see it; "" where nobody said. */
    readonly alt: string;
    /** Printed under it; "" for none. */
    readonly caption: string;
  };
}
/** One block-level piece of the text inside a minutes block. */
export type RichNode = Paragraph | BulletList | OrderedList | Blockquote | Table | Image;

const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  content: z.array(inlineNodeSchema).optional(),
});
export const imageSchema = z.object({
  type: z.literal('image'),
  attrs: z.object({
    attachmentId: attachmentIdSchema,
    width: z.number().int().min(1).max(LONGEST_SIDE_PX),
    height: z.number().int().min(1).max(LONGEST_SIDE_PX),
    alt: z.string().max(LONGEST_CAPTION),
    caption: z.string().max(LONGEST_CAPTION),
  }),
});
const listItemSchema = z.object({
  type: z.literal('listItem'),
  content: z.lazy(() => z.array(richNodeSchema).min(1)),
});
const cellSchema = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .object({
      colspan: z.number().int().min(1).max(MOST_COLUMNS_OF_CELL).optional(),
      rowspan: z.number().int().min(1).max(MOST_ROWS_OF_CELL).optional(),
      colwidth: z.array(z.number().int().min(0).max(10_000)).nullable().optional(),
    })
    .optional(),
  content: z.lazy(() => z.array(richNodeSchema).min(1)),
});

export const richNodeSchema: z.ZodType<RichNode> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraphSchema,
    z.object({ type: z.literal('bulletList'), content: z.array(listItemSchema).min(1) }),
    z.object({
      type: z.literal('orderedList'),
      attrs: z.object({ start: z.number().int().optional() }).optional(),
      content: z.array(listItemSchema).min(1),
    }),
    imageSchema,
    z.object({ type: z.literal('blockquote'), content: z.array(richNodeSchema).min(1) }),
    z.object({
      type: z.literal('table'),
      content: z
        .array(z.object({ type: z.literal('tableRow'), content: z.array(cellSchema) }))
        .min(1),
    }),
  ]),
);

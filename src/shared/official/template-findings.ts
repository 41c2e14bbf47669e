import { z } from 'zod';

/** In which part of a template something stands. */
export const TEMPLATE_PLACES = ['body', 'table', 'text-box', 'header', 'footer', 'notes'] as const;

const place = z.enum(TEMPLATE_PLACES);

/**
 * What the check of a template tells. None of it keeps a template from being used: what cannot be
 * used at all is refused with an AppError.
 */
export const templateFindingSchema = z.discriminatedUnion('type', [
  /** Stays in the document as it stands. */
  z.object({
    type: z.literal('unknown'),
    name: z.string(),
    /** What was most likely meant. */
    nearest: z.string().nullable(),
    place,
  }),
  /** "{{" without "}}", or the other way round: `text` begins with it. */
  z.object({ type: z.literal('unclosed'), text: z.string(), place }),
  /** A block placeholder with words beside it: what it stands for comes under that paragraph. */
  z.object({ type: z.literal('block-in-text'), name: z.string(), place }),
  /** In a chart, a drawing or a field, which are not filled. */
  z.object({ type: z.literal('out-of-reach'), text: z.string() }),
  /** Fills nothing at all. */
  z.object({ type: z.literal('no-placeholder') }),
  /** Nothing in it tells a draft from the final document. */
  z.object({ type: z.literal('no-draft-mark') }),
]);
export type TemplateFinding = z.infer<typeof templateFindingSchema>;
export type TemplatePlace = (typeof TEMPLATE_PLACES)[number];

export const templateCheckSchema = z.object({
  /** Names of the known placeholders in it, each once, in reading order. */
  placeholders: z.array(z.string()),
  findings: z.array(templateFindingSchema),
});
export type TemplateCheck = z.infer<typeof templateCheckSchema>;

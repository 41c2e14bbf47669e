import { z } from 'zod';

import { attachmentIdSchema } from '../ids.ts';
import type { DocumentKind } from './document-kinds.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';

/** Width and height in millimetres; F4 is the Indonesian folio (FORMATS §2, page setup). */
export const PAPERS = {
  A4: { widthMm: 210, heightMm: 297 },
  F4: { widthMm: 215, heightMm: 330 },
  Legal: { widthMm: 215.9, heightMm: 355.6 },
} as const;
export const PAPER_NAMES = ['A4', 'F4', 'Legal'] as const;
export const PAGE_FONTS = ['Arial', 'Bookman Old Style', 'Times New Roman', 'Calibri'] as const;
export const FONT_SIZES_PT = [10, 11, 12, 13] as const;
export const LINE_SPACINGS = [1, 1.1, 1.15, 1.5, 2] as const;
/** Least margins: what printers leave white anyway. */
const marginMmSchema = z.number().min(5).max(80);

export const pageSetupSchema = z.object({
  paper: z.enum(PAPER_NAMES),
  topMm: marginMmSchema,
  rightMm: marginMmSchema,
  bottomMm: marginMmSchema,
  leftMm: marginMmSchema,
  font: z.enum(PAGE_FONTS),
  fontSizePt: z.union(FONT_SIZES_PT.map((size) => z.literal(size))),
  lineSpacing: z.union(LINE_SPACINGS.map((spacing) => z.literal(spacing))),
});
export type PageSetup = z.infer<typeof pageSetupSchema>;

/** One line of a letterhead, from the top. */
export const letterheadLineSchema = z.object({
  text: z.string().max(300),
  size: z.enum(['besar', 'sedang', 'kecil']),
  isBold: z.boolean(),
});
export const LETTERHEAD_RULES = ['tebal-tipis', 'ganda', 'tunggal', 'tanpa'] as const;
export const letterheadSchema = z.object({
  /** Empty: the office's name alone. */
  lines: z.array(letterheadLineSchema).max(8),
  logoId: attachmentIdSchema.nullable(),
  logoHeightMm: z.number().min(8).max(45),
  rule: z.enum(LETTERHEAD_RULES),
});
export type LetterheadSettings = z.infer<typeof letterheadSchema>;

/** Whose name stands in a signature block. */
export const SIGNERS = ['pimpinan', 'sekretaris', 'notulis', 'tertentu'] as const;
export const signatureSettingSchema = z.object({
  signer: z.enum(SIGNERS),
  /** Name, NIP and rank of a signer who is always the same; used where the signer is "tertentu". */
  name: z.string().max(200),
  nip: z.string().max(40),
  rank: z.string().max(100),
  /** The first line: "Pimpinan Sidang/Rapat", "Notulis"; "" for the signer's position alone. */
  capacity: z.string().max(200),
  /** The signer's position as printed; "" takes it from the attendance. */
  position: z.string().max(300),
  /** "a.n." or "u.b." and in whose name: "a.n. Ketua KPU Kota …,"; "" for neither. */
  onBehalf: z.enum(['', 'a.n.', 'u.b.']),
  onBehalfOf: z.string().max(300),
  hasNip: z.boolean(),
  /** Stands under the others, in the middle, after the word "Mengetahui". */
  isAcknowledging: z.boolean(),
});
export type SignatureSetting = z.infer<typeof signatureSettingSchema>;

/** From left to right; one alone stands on `side`. */
export const signaturesSettingSchema = z.object({
  blocks: z.array(signatureSettingSchema).min(1).max(3),
  side: z.enum(['kiri', 'kanan']),
});
export type SignaturesSetting = z.infer<typeof signaturesSettingSchema>;

const perKind = <Schema extends z.ZodType>(schema: Schema) =>
  z.partialRecord(z.enum(DOCUMENT_KINDS), schema);

/** How one office's documents look. All of it can be left as it comes: see DEFAULT_OFFICE_SETTINGS. */
export const officeSettingsSchema = z.object({
  letterhead: letterheadSchema,
  /** One letterhead for all hosts, up to four, where a session has several. */
  hasSharedLetterhead: z.boolean(),
  page: pageSetupSchema,
  footer: z.object({ hasPageNumbers: z.boolean(), text: z.string().max(200) }),
  signatures: perKind(signaturesSettingSchema),
  /** With the tokens of the number template, such as "{no}/PK.01-BA/3507/{tahun}"; "" for none. */
  numberTemplates: perKind(z.string().max(200)),
  /** What the tokens {klasifikasi}, {satker} and {penandatangan} of a number stand for; "" for none. */
  numberCodes: z.object({
    classification: z.string().max(60),
    unit: z.string().max(60),
    signatory: z.string().max(60),
  }),
  /** With the tokens of the file name pattern. */
  fileNamePattern: z.string().min(1).max(200),
  /** The town in "Dibuat di …" and in a dateline; "" where not known. */
  town: z.string().max(100),
  press: z.object({
    /** "Humas KPU Kota …"; "" for none. */
    credit: z.string().max(200),
    contact: z.string().max(300),
  }),
});
export type OfficeSettings = z.infer<typeof officeSettingsSchema>;

/** A block in which nothing is set but what is given. */
export const signatureSetting = (given: Partial<SignatureSetting> = {}): SignatureSetting => ({
  signer: 'tertentu',
  name: '',
  nip: '',
  rank: '',
  capacity: '',
  position: '',
  onBehalf: '',
  onBehalfOf: '',
  hasNip: true,
  isAcknowledging: false,
  ...given,
});

const block = (
  signer: SignatureSetting['signer'],
  capacity: string,
  isAcknowledging = false,
): SignatureSetting => signatureSetting({ signer, capacity, isAcknowledging });

const minutesSigners: SignaturesSetting = {
  blocks: [block('notulis', 'Notulis'), block('pimpinan', 'Pimpinan Sidang/Rapat')],
  side: 'kanan',
};
const alone = (signer: SignatureSetting['signer'], capacity: string): SignaturesSetting => ({
  blocks: [block(signer, capacity)],
  side: 'kanan',
});

/** Who signs where the office has set nothing (FORMATS §2). */
export const DEFAULT_SIGNATURES: Readonly<Record<DocumentKind, SignaturesSetting>> = {
  undangan: alone('pimpinan', ''),
  'daftar-hadir-kosong': alone('sekretaris', 'Sekretaris'),
  'daftar-hadir': alone('sekretaris', 'Sekretaris'),
  notula: minutesSigners,
  notulen: minutesSigners,
  risalah: {
    blocks: [block('notulis', 'Notulis'), block('pimpinan', 'Ketua Rapat')],
    side: 'kanan',
  },
  'berita-acara': alone('pimpinan', ''),
  laporan: alone('notulis', 'Pelapor'),
  'siaran-pers': alone('pimpinan', ''),
  'tindak-lanjut': minutesSigners,
};

export const DEFAULT_FILE_NAME_PATTERN = '{dokumen} {jenis} {tanggal} {judul}';

/** A4, Arial 11, margins of official documents. */
export const DEFAULT_OFFICE_SETTINGS: OfficeSettings = {
  letterhead: { lines: [], logoId: null, logoHeightMm: 22, rule: 'tebal-tipis' },
  hasSharedLetterhead: true,
  page: {
    paper: 'A4',
    topMm: 20,
    rightMm: 20,
    bottomMm: 25,
    leftMm: 30,
    font: 'Arial',
    fontSizePt: 11,
    lineSpacing: 1.1,
  },
  footer: { hasPageNumbers: true, text: '' },
  signatures: {},
  numberTemplates: {},
  numberCodes: { classification: '', unit: '', signatory: '' },
  fileNamePattern: DEFAULT_FILE_NAME_PATTERN,
  town: '',
  press: { credit: '', contact: '' },
};

import type { OfficeTemplateInfo } from '../../../shared/contract/templates.ts';
import type { TemplateId } from '../../../shared/ids.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { ExportRequest } from '../../api/export-documents.ts';

/** One row of the list: a document of Notula's own, or one that an office has its Word template for. */
export type ListedDocument =
  | { readonly type: 'one'; readonly key: DocumentKind; readonly name: string }
  | {
      readonly type: 'template';
      readonly key: TemplateId;
      readonly name: string;
      readonly template: OfficeTemplateInfo;
    };

const BUILT_IN = DOCUMENT_KINDS.map((key): ListedDocument => ({
  type: 'one',
  key,
  name: DOCUMENT_NAMES[key],
}));

export const listedDocuments = (
  templates: readonly OfficeTemplateInfo[],
): readonly ListedDocument[] => [
  ...BUILT_IN,
  ...templates.map((template): ListedDocument => {
    const { id, name } = template;
    return { type: 'template', key: id, name, template };
  }),
];

/** What saves that document alone. */
export const requestFor = (document: ListedDocument): ExportRequest =>
  document.type === 'one'
    ? { type: 'one', kind: document.key }
    : { type: 'template', id: document.key };

/** The one of that key; a template that is gone gives way to the Notula. */
export function shownAmong(
  documents: readonly ListedDocument[],
  key: ListedDocument['key'],
): ListedDocument {
  const found = documents.find((document) => document.key === key);
  return found ?? { type: 'one', key: 'notula', name: DOCUMENT_NAMES.notula };
}

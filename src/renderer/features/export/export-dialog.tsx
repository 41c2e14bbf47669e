import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ExportChoice } from '../../../shared/contract/exports.ts';
import type { OfficeTemplateInfo } from '../../../shared/contract/templates.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../../shared/official/document-kinds.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../../shared/official/document-options.ts';
import type { GapPlace } from '../../../shared/official/gaps.ts';
import { api } from '../../api/client.ts';
import type { ExportRequest } from '../../api/export-documents.ts';
import { saveEverything } from '../../api/unsaved.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DocumentDetails } from './document-details.tsx';
import { DocumentList } from './document-list.tsx';
import { ExportState } from './export-state.tsx';
import type { ListedDocument } from './listed-document.ts';
import { listedDocuments, requestFor, shownAmong } from './listed-document.ts';
import { TemplateDetails } from './template-details.tsx';
import { useExportRun } from './use-export-run.ts';
import './export-dialog.css';

export interface ExportDialogProps {
  readonly sessionId: SessionId;
  readonly onClose: () => void;
  /** Shows where something that is missing is filled in; the dialog closes for it. */
  readonly onGoTo: (place: GapPlace) => void;
  /** Puts the minutes or the press release on the clipboard; the dialog closes for it. */
  readonly onCopy: (type: 'session' | 'press') => void;
  /** Draws or brings in the signatures under a document; the dialog closes for it. */
  readonly onSign: (kind: DocumentKind) => void;
}

/** Everything a meeting needs; an office that says "Notulen" ticks that one instead. */
const FIRST_CHOICE: ExportChoice = {
  kinds: DOCUMENT_KINDS.filter((kind) => kind !== 'notulen'),
  options: DEFAULT_DOCUMENT_OPTIONS,
};

/** What is copied of a session, by the document that says the same. */
const COPIED_PARTS: Partial<Readonly<Record<DocumentKind, 'session' | 'press'>>> = {
  notula: 'session',
  'siaran-pers': 'press',
};

/** Which document was looked at last, as long as the window is open. */
let lastShown: ListedDocument['key'] = 'notula';

/** Saves one document of a session, or several at once, and says beforehand what they would leave blank. */
export function ExportDialog(props: ExportDialogProps) {
  const choice = useQuery({
    queryKey: ['export-choice'],
    queryFn: () => api('exports.choice', {}),
    gcTime: 0,
  });
  const { sessionId } = props;
  const templates = useQuery({
    queryKey: ['templates', 'session', sessionId],
    queryFn: () => api('templates.forSession', { sessionId }),
    gcTime: 0,
  });
  // Drawn once and with what was chosen last; a choice that cannot be read is no reason to wait.
  if (choice.isPending || templates.isPending) return null;
  return (
    <ChoosingDialog
      {...props}
      firstChoice={choice.data ?? FIRST_CHOICE}
      templates={templates.data ?? []}
      templatesProblem={templates.error}
    />
  );
}

interface ChoosingDialogProps extends ExportDialogProps {
  readonly firstChoice: ExportChoice;
  readonly templates: readonly OfficeTemplateInfo[];
  readonly templatesProblem: Error | null;
}

function ChoosingDialog({
  sessionId,
  onClose,
  onGoTo,
  onCopy,
  onSign,
  firstChoice,
  templates,
  templatesProblem,
}: ChoosingDialogProps) {
  const { t } = useTranslation('export');
  const [choice, setChoice] = useState(firstChoice);
  const [shownKey, setShownKey] = useState(lastShown);
  const { state, run, cancel } = useExportRun(sessionId);
  const isRunning = state.type === 'running';

  const gaps = useQuery({
    queryKey: ['export-gaps', sessionId],
    queryFn: async () => {
      // What was typed a moment ago is not missing.
      await saveEverything({ isShown: false });
      return api('exports.gaps', { sessionId });
    },
    staleTime: 0,
    gcTime: 0,
  });

  const files = useQuery({
    queryKey: ['files', sessionId],
    queryFn: () => api('files.list', { sessionId }),
  });
  const photoCount = (files.data ?? []).filter(({ role }) => role === 'foto').length;

  // However the dialog ends, the next one begins with what was chosen in this one.
  const latest = useRef({ choice, shownKey });
  useEffect(() => {
    latest.current = { choice, shownKey };
  });
  useEffect(
    () => () => {
      lastShown = latest.current.shownKey;
      api('exports.setChoice', latest.current.choice).catch(() => undefined);
    },
    [],
  );

  // The focus goes back there, unless there is something new to do.
  const begunFrom = useRef<Element | null>(null);
  const begin = (request: ExportRequest): void => {
    begunFrom.current = document.activeElement;
    void run(request, choice.options);
  };
  useEffect(() => {
    if (state.type === 'running' || state.type === 'saved') return;
    if (begunFrom.current instanceof HTMLElement) begunFrom.current.focus();
  }, [state.type]);

  const documents = listedDocuments(templates);
  const shown = shownAmong(documents, shownKey);
  const kinds = DOCUMENT_KINDS.filter((kind) => choice.kinds.includes(kind));
  const save = (target: 'folder' | 'zip'): void => begin({ type: 'all', kinds, target });
  const copied = shown.type === 'one' ? COPIED_PARTS[shown.key] : undefined;
  const setOptions = (options: ExportChoice['options']): void => setChoice({ ...choice, options });
  const isAll = kinds.length === DOCUMENT_KINDS.length;
  const label = (target: 'folder' | 'zip'): string =>
    t(isAll ? `all_${target}` : `chosen_${target}`, { count: kinds.length });

  return (
    <Dialog
      isOpen
      onClose={() => {
        if (!isRunning) onClose();
      }}
      title={t('title')}
      size="large"
      actions={
        <>
          <ExportState state={state} onCancel={cancel} />
          <Button isDisabled={isRunning} onPress={onClose}>
            {t('close')}
          </Button>
          <span className="export-actions-space" />
          {files.data !== undefined && files.data.length > 0 && (
            <Checkbox
              isDisabled={isRunning}
              isSelected={choice.options.hasFiles}
              onChange={(hasFiles) => setOptions({ ...choice.options, hasFiles })}
            >
              {t('withFiles', { count: files.data.length })}
            </Checkbox>
          )}
          <Button isDisabled={isRunning || kinds.length === 0} onPress={() => save('zip')}>
            {label('zip')}
          </Button>
          <Button
            variant="primary"
            isDisabled={isRunning || kinds.length === 0}
            onPress={() => save('folder')}
          >
            {label('folder')}
          </Button>
        </>
      }
    >
      <div className="export-dialog">
        <DocumentList
          documents={documents}
          kinds={kinds}
          shown={shown}
          gaps={gaps.data}
          templatesProblem={templatesProblem}
          onChange={(next) => setChoice({ ...choice, kinds: [...next] })}
          onShow={({ key }) => setShownKey(key)}
          onSave={(document) => begin(requestFor(document))}
        />
        {shown.type === 'template' ? (
          <TemplateDetails
            template={shown.template}
            options={choice.options}
            isDisabled={isRunning}
            onOptions={setOptions}
            onSave={() => begin(requestFor(shown))}
          />
        ) : (
          <DocumentDetails
            kind={shown.key}
            gaps={gaps.data?.[shown.key] ?? null}
            problem={gaps.error}
            options={choice.options}
            photoCount={photoCount}
            isDisabled={isRunning}
            onOptions={setOptions}
            onSave={() => begin(requestFor(shown))}
            onCopy={copied === undefined ? null : () => onCopy(copied)}
            onSign={() => onSign(shown.key)}
            onGoTo={onGoTo}
          />
        )}
      </div>
    </Dialog>
  );
}

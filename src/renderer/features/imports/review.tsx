import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowLeft, ArrowUp, Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportReview, ImportRun, ImportedFile } from '../../../shared/contract/imports.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { shortcutLabel } from '../../api/shortcut-label.ts';
import { saveEverything } from '../../api/unsaved.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { awaitsReview, nextToReview } from './file-rows.ts';
import { createOneAtATime } from './in-turn.ts';
import { piecesOf } from './marks.ts';
import { OriginalText } from './original-text.tsx';
import { ReviewFields } from './review-fields.tsx';
import { reviewKey } from './review-keys.ts';
import { RecognisedLists } from './recognised-lists.tsx';
import { refreshFiles, useFiles } from './use-imports.ts';
import { usePageKeys } from './use-page-keys.ts';
import './review.css';

interface ImportReviewViewProps {
  readonly run: ImportRun;
  readonly path: string;
  /** Shows another file of the import. */
  readonly onMove: (path: string) => void;
  readonly onBack: () => void;
  readonly onOpenSession: (id: SessionId) => void;
}

const isThere = ({ state, session }: ImportedFile): boolean =>
  state === 'masuk' && session !== null && !session.isTrashed;

/** One file beside what was recognised in it, until somebody says that it is right. */
export function ImportReviewView({
  run,
  path,
  onMove,
  onBack,
  onOpenSession,
}: ImportReviewViewProps) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const files = useFiles(run.id);
  const review = useQuery({
    queryKey: ['import-review', run.id, path],
    queryFn: () => api('imports.review', { id: run.id, path }),
  });
  const sessionId = review.data?.sessionId;
  const session = useQuery({
    queryKey: ['session', sessionId],
    queryFn: () => api('sessions.get', { id: sessionId ?? '' }),
    enabled: sessionId !== undefined,
  });

  const rows = files.data ?? [];
  const file = rows.find((row) => row.path === path);
  const waiting = rows.filter(awaitsReview);
  const place = waiting.findIndex((row) => row.path === path);

  const step = (by: 1 | -1): void => {
    const there = rows.filter(isThere);
    const next = there[there.findIndex((row) => row.path === path) + by];
    if (next !== undefined) onMove(next.path);
  };

  const failure = review.error ?? session.error;
  const isLoaded = review.data !== undefined && session.data !== undefined;
  const canConfirm = isLoaded && files.data !== undefined;
  const [oneAtATime] = useState(createOneAtATime);

  async function setRight(): Promise<void> {
    try {
      // What was typed and not left yet belongs to what is right.
      if (!(await saveEverything())) return;
      await api('imports.setReviewed', { id: run.id, path, isReviewed: true });
      refreshFiles(queries, run.id);
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
      return;
    }
    const next = nextToReview(rows, path);
    if (next !== null) return onMove(next.path);
    showToast({ tone: 'success', text: t('allReviewed') });
    onBack();
  }
  // A file that nobody could see yet is not right.
  const confirm = (): void => void (canConfirm && oneAtATime(setRight));

  usePageKeys((event) => {
    const asked = reviewKey(event);
    if (asked === null) return;
    event.preventDefault();
    if (asked === 'confirm') confirm();
    else step(asked === 'next' ? 1 : -1);
  });

  return (
    <section className="imports-review" aria-label={t('reviewTitle')}>
      <header className="imports-review-header">
        <Button variant="quiet" onPress={onBack}>
          <ArrowLeft size={15} aria-hidden />
          {t('back')}
        </Button>
        <div className="imports-review-names">
          <h1 className="imports-review-path" title={path}>
            {path}
          </h1>
          <p className="imports-review-place">
            {file?.isReviewed === true || place === -1
              ? t('reviewDone')
              : t('reviewPlace', { number: place + 1, total: waiting.length })}
          </p>
        </div>
        <Button
          variant="quiet"
          isIcon
          aria-label={`${t('previous')} (${shortcutLabel('Alt+Up')})`}
          onPress={() => step(-1)}
        >
          <ArrowUp size={15} aria-hidden />
        </Button>
        <Button
          variant="quiet"
          isIcon
          aria-label={`${t('next')} (${shortcutLabel('Alt+Down')})`}
          onPress={() => step(1)}
        >
          <ArrowDown size={15} aria-hidden />
        </Button>
        <Originals review={review.data} />
        <Button
          isDisabled={sessionId === undefined}
          onPress={() => sessionId && onOpenSession(sessionId)}
        >
          {t('openSession')}
        </Button>
        <Button variant="primary" isDisabled={!canConfirm} onPress={confirm}>
          <Check size={15} aria-hidden />
          {t('right')}
          <span className="imports-review-key">{shortcutLabel('CmdOrCtrl+Enter')}</span>
        </Button>
      </header>
      {failure !== null && (
        <EmptyState title={t('reviewFailed')}>
          <p role="alert">{describeError(failure)}</p>
        </EmptyState>
      )}
      {isLoaded && (
        <ReviewBody key={path} path={path} review={review.data} session={session.data} />
      )}
    </section>
  );
}

/** Opens the original in the program for its kind. */
function Originals({ review }: { readonly review: ImportReview | undefined }) {
  const { t } = useTranslation('imports');
  const fileId = review?.fileId ?? null;
  const open = async (): Promise<void> => {
    if (fileId === null) return;
    try {
      await api('files.open', { id: fileId });
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };
  return (
    <Button isDisabled={fileId === null} onPress={() => void open()}>
      {t('openOriginal')}
    </Button>
  );
}

interface ReviewBodyProps {
  readonly path: string;
  readonly review: ImportReview;
  readonly session: Session;
}

function ReviewBody({ path, review, session }: ReviewBodyProps) {
  const { t } = useTranslation('imports');
  const { guess, pieces } = review;
  // What is looked at now, on both sides.
  const [activeKey, setActiveKey] = useState<string | null>(null);
  return (
    <div className="imports-review-body">
      <OriginalText
        pieces={pieces}
        guess={guess}
        active={piecesOf(guess, activeKey)}
        onChoose={setActiveKey}
      />
      <section className="imports-review-found" aria-label={t('recognised')}>
        <h2 className="imports-review-side-title">{t('recognised')}</h2>
        <ReviewFields path={path} guess={guess} session={session} onLook={setActiveKey} />
        <RecognisedLists guess={guess} activeKey={activeKey} onLook={setActiveKey} />
      </section>
    </div>
  );
}

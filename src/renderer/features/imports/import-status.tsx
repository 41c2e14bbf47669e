import { useQueryClient } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { AppError } from '../../../shared/contract/errors.ts';
import type { ImportProgress } from '../../../shared/contract/imports.ts';
import { onAppEvent } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { noteProgress, refreshFiles, useProgress } from './use-imports.ts';
import './import-status.css';

/** Lists of thousands are not read anew after every file. */
const REFRESH_EVERY_MS = 2000;

export interface ImportStatusProps {
  readonly onShow: () => void;
}

/** Hears of imports wherever the user is: how far one is, and when it ends or stops by itself. */
export function ImportStatus({ onShow }: ImportStatusProps) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const progress = useProgress();
  const latestOnShow = useRef(onShow);
  useEffect(() => {
    latestOnShow.current = onShow;
  });

  useEffect(() => {
    let refreshedAtMs = 0;
    let wasRunning = false;
    const tellEnd = ({ counts, failure, state }: ImportProgress): void => {
      if (failure !== null) {
        const text = `${t('paused')} ${describeError(new AppError(failure))}`;
        showToast({ tone: 'error', text });
      } else if (state === 'selesai' && wasRunning) {
        showToast({
          tone: 'success',
          text: t('ended', { ...counts }),
          action: { label: t('showImport'), run: () => latestOnShow.current() },
        });
      }
    };
    return onAppEvent('imports.progress', (told) => {
      noteProgress(queries, told);
      tellEnd(told);
      const isRunning = told.state === 'berjalan';
      const nowMs = performance.now();
      if (!isRunning || !wasRunning || nowMs - refreshedAtMs > REFRESH_EVERY_MS) {
        refreshedAtMs = nowMs;
        refreshFiles(queries, told.id);
      }
      wasRunning = isRunning;
    });
  }, [queries, t]);

  if (progress?.state !== 'berjalan') return null;
  const { total, waiting } = progress.counts;
  const values = { done: total - waiting, total };
  return (
    <Button variant="quiet" aria-label={t('statusLabel', values)} onPress={onShow}>
      <FileInput size={14} aria-hidden />
      <span className="import-status">{t('status', values)}</span>
    </Button>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { AboutSubject } from '../../../shared/contract/about.ts';
import type { TableFormat } from '../../../shared/contract/tables.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ShownLine } from './attendance-editor.tsx';
import type { AttendanceSigning } from './signing.ts';
import { AttendanceEditor } from './attendance-editor.tsx';
import './attendance-panel.css';

export interface AttendancePanelProps {
  readonly session: Session;
  /** What signing the list takes, which another feature does. */
  readonly signing?: AttendanceSigning;
  /** Takes the list elsewhere, as a table. */
  readonly onExport: (format: TableFormat) => void;
  /** Shows everything about whom a line names. */
  readonly onAbout?: (subject: AboutSubject) => void;
  /** A line to be shown, once for each object. */
  readonly shownLine?: ShownLine | null;
  /** What stands over the list beside its tools, such as how many are there now. */
  readonly head?: (lines: readonly Attendance[]) => ReactNode;
}

/** Who was there: the attendance of one session, read from and written to the archive. */
export function AttendancePanel({
  session,
  signing,
  onExport,
  onAbout,
  shownLine = null,
  head,
}: AttendancePanelProps) {
  const { t } = useTranslation('attendance');
  const attendance = useQuery({
    queryKey: ['attendance', session.id],
    queryFn: () => api('attendance.list', { sessionId: session.id }),
  });
  if (attendance.isError) {
    return (
      <EmptyState
        title={t('panel')}
        actions={<Button onPress={() => void attendance.refetch()}>{t('retry')}</Button>}
      >
        {describeError(attendance.error)}
      </EmptyState>
    );
  }
  if (attendance.data === undefined) return <p className="attendance-loading">{t('loading')}</p>;
  return (
    <>
      {head?.(attendance.data)}
      <AttendanceEditor
        key={session.id}
        session={session}
        lines={attendance.data}
        signing={signing}
        onExport={onExport}
        shownLine={shownLine}
        onAbout={onAbout}
      />
    </>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionFile } from '../../../shared/contract/files.ts';
import { clockWithSeconds, momentOf } from '../../../shared/files/recordings.ts';
import { keptFileAddress } from '../../../shared/files/shown-files.ts';
import { dateInWords, dateOn } from '../../../shared/minutes/dates.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { useUnsaved } from '../../api/use-unsaved.ts';
import { Button } from '../../ui/button.tsx';
import { isLeaving } from '../../ui/leaving.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface RecordingStartProps {
  readonly session: Session;
  readonly file: SessionFile;
  /** When the disk had it written last; null where nobody knows any more. */
  readonly writtenAtMs: number | null;
  /** Answers with what went wrong, or null. */
  readonly onChange: (startsAtMs: number | null) => Promise<string | null>;
}

/** How long a recording lasts, once its beginning has been read; null until then. */
function useDuration(file: SessionFile, isWanted: boolean): number | null {
  const [durationS, setDuration] = useState<number | null>(null);
  const address = keptFileAddress(file);
  useEffect(() => {
    if (!isWanted) return undefined;
    const sound = new Audio();
    sound.preload = 'metadata';
    const listening = new AbortController();
    sound.addEventListener(
      'loadedmetadata',
      () => setDuration(Number.isFinite(sound.duration) ? sound.duration : null),
      { signal: listening.signal },
    );
    sound.src = address;
    return () => {
      listening.abort();
      sound.removeAttribute('src');
      sound.load();
    };
  }, [address, isWanted]);
  return durationS;
}

/** When a recording began: asked for, with what is likely to be it; never filled in by itself. */
export function RecordingStart({ session, file, writtenAtMs, onChange }: RecordingStartProps) {
  const { t } = useTranslation('files');
  const { zone } = session;
  const { startsAtMs } = file;
  const durationS = useDuration(file, startsAtMs === null && writtenAtMs !== null);
  const opened = session.meeting.marks.filter(({ event }) => event === 'dibuka');
  const known = [startsAtMs, ...opened.map(({ atMs }) => atMs)].flatMap((atMs) =>
    atMs === null ? [] : [dateOn(atMs, zone)],
  );
  const planned = session.days.flatMap(({ date }) => (date === null ? [] : [date]));
  const dates = [...new Set([...planned, ...known])];
  if (dates.length === 0) dates.push(dateOn(writtenAtMs ?? file.addedAtMs, zone));
  const storedDate = startsAtMs === null ? (dates[0] ?? '') : dateOn(startsAtMs, zone);
  const [chosenDate, setDate] = useState<string | null>(null);
  const date = chosenDate ?? storedDate;
  const stored = startsAtMs === null ? '' : clockWithSeconds(startsAtMs, zone);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const input = useRef<HTMLInputElement>(null);

  const save = async (atMs: number | null): Promise<boolean> => {
    const problem = await onChange(atMs);
    setError(problem);
    if (problem === null) {
      setTyped(null);
      setDate(null);
    }
    return problem === null;
  };
  const commit = async (text: string, onDate: string): Promise<boolean> => {
    if (text.trim() === '') return save(null);
    const atMs = momentOf(text, onDate, zone);
    if (atMs !== null) return save(atMs);
    setError(t('startNotUnderstood'));
    return false;
  };
  useUnsaved(
    async () => typed === null || commit(typed, date),
    () => input.current?.focus(),
  );
  const proposals = [
    ...opened.map(({ atMs }) => ({ key: 'startFromMeeting', atMs }) as const),
    ...(writtenAtMs === null || durationS === null
      ? []
      : [{ key: 'startFromFile', atMs: writtenAtMs - Math.round(durationS) * 1000 } as const]),
  ];

  return (
    <div className="files-start">
      <div className="files-start-fields">
        <TextField
          label={t('startsAt')}
          className="files-start-time"
          inputRef={input}
          placeholder={t('startsAtHint')}
          isReadOnly={file.isFrozen}
          value={typed ?? stored}
          error={error}
          onChange={(text) => {
            setTyped(text);
            setError(null);
          }}
          onBlur={(event) => {
            if (isLeaving(event) && typed !== null) void commit(typed, date);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed !== null) void commit(typed, date);
            else if (event.key === 'Escape' && typed !== null) setTyped(null);
            else event.continuePropagation();
          }}
        />
        <span className="files-zone">{zone}</span>
        {dates.length > 1 && (
          <Select
            label={t('startsOn')}
            options={dates.map((each) => ({ value: each, label: dateInWords(each) }))}
            value={date}
            isDisabled={file.isFrozen}
            onChange={(next) => {
              setDate(next);
              if (startsAtMs !== null || typed !== null) void commit(typed ?? stored, next);
            }}
          />
        )}
      </div>
      {startsAtMs === null && !file.isFrozen && (
        <>
          <p className="field-help">{t('startUnknown')}</p>
          {proposals.length > 0 && (
            <div className="files-buttons">
              {proposals.map(({ key, atMs }) => (
                <Button key={`${key} ${atMs}`} onPress={() => void save(atMs)}>
                  {t(key, { time: clockWithSeconds(atMs, zone) })}
                </Button>
              ))}
            </div>
          )}
        </>
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';

import type { AttendanceColumn } from '../../../shared/minutes/attendance-columns.ts';
import { ATTENDANCE_COLUMNS } from '../../../shared/minutes/attendance-columns.ts';
import type { AttendanceSheet, SheetReading } from '../../../shared/minutes/attendance-file.ts';
import { readingWithHeadings } from '../../../shared/minutes/attendance-file.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import './column-choice.css';

interface ColumnChoiceProps {
  readonly sheet: AttendanceSheet;
  readonly reading: SheetReading;
  readonly onChange: (reading: SheetReading) => void;
}

/** Headings stand among these rows, if there are any. */
const ROWS_OFFERED = 20;
const ROWS_SHOWN = 3;

/** What each column of the file says, with its first cells below; the guess can be corrected. */
export function ColumnChoice({ sheet, reading, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation('attendance');
  const { headings, columns, isOnline } = reading;
  const titles = sheet.rows[headings] ?? [];
  const samples = sheet.rows.slice(headings + 1, headings + 1 + ROWS_SHOWN);
  const choose = (at: number, column: AttendanceColumn): void =>
    onChange({ ...reading, columns: columns.map((each, index) => (index === at ? column : each)) });
  return (
    <section className="column-choice" aria-label={t('columns')}>
      <div className="column-choice-options">
        <Select
          label={t('headings')}
          value={String(headings)}
          onChange={(value) => onChange(readingWithHeadings(sheet, Number(value), isOnline))}
          options={[
            { value: '-1', label: t('headingsNone') },
            ...sheet.rows.slice(0, ROWS_OFFERED).map((cells, at) => ({
              value: String(at),
              label: t('headingsRow', {
                row: at + 1,
                cells: cells.filter((cell) => cell.trim() !== '').join(' | '),
              }),
            })),
          ]}
        />
        <Checkbox
          isSelected={isOnline}
          onChange={(selected) => onChange({ ...reading, isOnline: selected })}
        >
          {t('isOnline')}
        </Checkbox>
      </div>
      <div className="column-choice-scroll">
        <table className="column-choice-table">
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={at} scope="col">
                  <span className="column-choice-title">
                    {titles[at]?.trim() || t('columnNth', { n: at + 1 })}
                  </span>
                  <select
                    className="paste-input"
                    aria-label={t('columnIs', { column: titles[at]?.trim() || at + 1 })}
                    data-ignored={column === 'ignored' || undefined}
                    value={column}
                    onChange={(event) => {
                      const chosen = ATTENDANCE_COLUMNS.find((one) => one === event.target.value);
                      if (chosen !== undefined) choose(at, chosen);
                    }}
                  >
                    {ATTENDANCE_COLUMNS.map((one) => (
                      <option key={one} value={one}>
                        {t(`column_${one}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map((cells, row) => (
              <tr key={row}>
                {columns.map((_column, at) => (
                  <td key={at} title={cells[at]}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  FoldHorizontal,
  FoldVertical,
  Grid2x2X,
  PanelTop,
  TableCellsMerge,
  TableCellsSplit,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Group } from 'react-aria-components';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import { commands } from '../../../../shared/contract/commands.ts';
import { shortcutOf } from '../../../api/shortcut-label.ts';
import { Button } from '../../../ui/button.tsx';

const TOOLS = [
  ['table.rowAfter', BetweenHorizontalEnd],
  ['table.columnAfter', BetweenVerticalEnd],
  ['table.deleteRow', FoldVertical],
  ['table.deleteColumn', FoldHorizontal],
  ['table.merge', TableCellsMerge],
  ['table.split', TableCellsSplit],
  ['table.headerRow', PanelTop],
  ['table.delete', Grid2x2X],
] as const satisfies readonly (readonly [CommandId, LucideIcon])[];

interface TableToolsProps {
  readonly canMerge: boolean;
  readonly canSplit: boolean;
  readonly runCommand: (id: CommandId) => void;
}

/** The tools for the table that holds the caret. */
export function TableTools({ canMerge, canSplit, runCommand }: TableToolsProps) {
  const { t, i18n } = useTranslation('editor');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const isDisabled = (id: CommandId): boolean =>
    (id === 'table.merge' && !canMerge) || (id === 'table.split' && !canSplit);
  return (
    <Group className="editor-tools" aria-label={t('table')}>
      {TOOLS.map(([id, Icon]) => {
        const { label } = commands[id];
        const keys = shortcutOf(id);
        return (
          <Button
            key={id}
            variant="quiet"
            isIcon
            className="editor-tool"
            aria-label={label[language]}
            isDisabled={isDisabled(id)}
            onPress={() => runCommand(id)}
          >
            <Icon size={16} aria-hidden />
            <span className="editor-tool-tip">
              {label[language]} {keys && <kbd>{keys}</kbd>}
            </span>
          </Button>
        );
      })}
    </Group>
  );
}

import type { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { addColumnAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables';
import {
  Bold,
  ChevronDown,
  Highlighter,
  Italic,
  Link,
  List,
  ListOrdered,
  Plus,
  Redo2,
  Table,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Group,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  ToggleButton,
  Toolbar,
} from 'react-aria-components';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import { commands } from '../../../../shared/contract/commands.ts';
import { Button } from '../../../ui/button.tsx';
import { toggle, toggleList, toggleQuote } from '../commands/text.ts';
import type { EditorText } from '../texts.ts';
import { useToolbarState } from './use-toolbar-state.ts';
import './toolbar.css';

interface EditorToolbarProps {
  readonly editor: Editor;
  readonly run: (command: Command) => void;
  readonly runCommand: (id: CommandId) => void;
  readonly onLink: () => void;
  readonly toolbarRef: Ref<HTMLDivElement>;
}

const INSERTS = [
  'insert.statement',
  'insert.closing',
  'insert.agendaItem',
  'insert.narration',
  'insert.decision',
  'insert.recommendation',
  'insert.followUp',
  'insert.break',
] as const satisfies CommandId[];

const isMac = navigator.userAgent.includes('Mac OS');
const shortcut = (keys: string | null): string =>
  (keys ?? '').replace('CmdOrCtrl', isMac ? '⌘' : 'Ctrl').replace('Alt', isMac ? '⌥' : 'Alt');

/** The tools over the page; one Tab stop, arrows within. */
export function EditorToolbar({ editor, run, runCommand, onLink, toolbarRef }: EditorToolbarProps) {
  const { t, i18n } = useTranslation('editor');
  const state = useToolbarState(editor);
  const language = i18n.language === 'en' ? 'en' : 'id';

  const toggleTool = (
    name: EditorText,
    Icon: LucideIcon,
    isSelected: boolean,
    keys: string,
    onChange: () => void,
  ) => (
    <ToggleButton
      className="editor-tool"
      aria-label={t(name)}
      isSelected={isSelected}
      onChange={onChange}
    >
      <Icon size={16} aria-hidden />
      <span className="editor-tool-tip">
        {t(name)} {keys && <kbd>{shortcut(keys)}</kbd>}
      </span>
    </ToggleButton>
  );

  return (
    <Toolbar ref={toolbarRef} className="editor-toolbar" aria-label={t('toolbar')}>
      <MenuTrigger>
        <Button variant="quiet" className="editor-insert">
          <Plus size={16} aria-hidden />
          {t('insertBlock')}
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover editor-menu">
          <Menu
            className="list-box"
            aria-label={t('insertBlock')}
            onAction={(id) => {
              const found = INSERTS.find((insert) => insert === id);
              if (found) requestAnimationFrame(() => runCommand(found));
            }}
          >
            {INSERTS.map((id) => (
              <MenuItem key={id} id={id} className="list-box-item editor-menu-item">
                <span>{commands[id].label[language]}</span>
                <kbd>{shortcut(commands[id].accelerator)}</kbd>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Separator orientation="vertical" className="editor-tools-gap" />
      <Group className="editor-tools" aria-label={t('bold')}>
        {toggleTool('bold', Bold, state.bold, 'CmdOrCtrl+B', () => run(toggle('bold')))}
        {toggleTool('italic', Italic, state.italic, 'CmdOrCtrl+I', () => run(toggle('italic')))}
        {toggleTool('underline', Underline, state.underline, 'CmdOrCtrl+U', () =>
          run(toggle('underline')),
        )}
        {toggleTool('highlight', Highlighter, state.highlight, 'CmdOrCtrl+Shift+H', () =>
          run(toggle('highlight')),
        )}
      </Group>
      <Separator orientation="vertical" className="editor-tools-gap" />
      <Group className="editor-tools" aria-label={t('bulletList')}>
        {toggleTool('bulletList', List, state.bulletList, 'CmdOrCtrl+Shift+8', () =>
          run(toggleList('bulletList')),
        )}
        {toggleTool('orderedList', ListOrdered, state.orderedList, 'CmdOrCtrl+Shift+7', () =>
          run(toggleList('orderedList')),
        )}
        {toggleTool('quote', TextQuote, state.quote, 'CmdOrCtrl+Shift+9', () => run(toggleQuote))}
        {toggleTool('link', Link, state.link, 'CmdOrCtrl+Shift+K', onLink)}
        {toggleTool('table', Table, state.table, '', () => {
          if (!state.table) runCommand('insert.table');
        })}
      </Group>
      {state.table && (
        <Group className="editor-tools" aria-label={t('table')}>
          <Button variant="quiet" onPress={() => run(addColumnAfter)}>
            {t('addColumn')}
          </Button>
          <Button variant="quiet" onPress={() => run(deleteColumn)}>
            {t('deleteColumn')}
          </Button>
          <Button variant="quiet" onPress={() => run(deleteRow)}>
            {t('deleteRow')}
          </Button>
          <Button variant="quiet" onPress={() => run(deleteTable)}>
            {t('deleteTable')}
          </Button>
        </Group>
      )}
      <Separator orientation="vertical" className="editor-tools-gap" />
      <Group className="editor-tools" aria-label={t('undo')}>
        <Button
          variant="quiet"
          isIcon
          className="editor-tool"
          aria-label={t('undo')}
          isDisabled={!state.canUndo}
          onPress={() => run(undo)}
        >
          <Undo2 size={16} aria-hidden />
        </Button>
        <Button
          variant="quiet"
          isIcon
          className="editor-tool"
          aria-label={t('redo')}
          isDisabled={!state.canRedo}
          onPress={() => run(redo)}
        >
          <Redo2 size={16} aria-hidden />
        </Button>
      </Group>
    </Toolbar>
  );
}

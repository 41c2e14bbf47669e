import type { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import {
  Bold,
  ChevronDown,
  Highlighter,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  Plus,
  Quote,
  Redo2,
  Table,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
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
import { shortcutLabel, shortcutOf } from '../../../api/shortcut-label.ts';
import { Button } from '../../../ui/button.tsx';
import { TableTools } from '../structure/table-tools.tsx';
import { useToolbarState } from './use-toolbar-state.ts';
import './toolbar.css';

interface EditorToolbarProps {
  readonly editor: Editor;
  readonly run: (command: Command) => void;
  readonly runCommand: (id: CommandId) => void;
}

const INSERTS = [
  'insert.statement',
  'insert.agendaItem',
  'insert.narration',
  'insert.decision',
  'insert.recommendation',
  'insert.followUp',
  'insert.break',
  'insert.closing',
] as const satisfies CommandId[];

/** The tools over the page; one Tab stop, arrows within. */
export function EditorToolbar({ editor, run, runCommand }: EditorToolbarProps) {
  const { t, i18n } = useTranslation('editor');
  const state = useToolbarState(editor);
  const language = i18n.language === 'en' ? 'en' : 'id';

  const toggleTool = (id: CommandId, Icon: LucideIcon, isSelected: boolean) => (
    <ToggleButton
      className="editor-tool"
      aria-label={commands[id].label[language]}
      isSelected={isSelected}
      onChange={() => runCommand(id)}
    >
      <Icon size={16} aria-hidden />
      <span className="editor-tool-tip">
        {commands[id].label[language]} {shortcutOf(id) && <kbd>{shortcutOf(id)}</kbd>}
      </span>
    </ToggleButton>
  );

  return (
    <Toolbar className="editor-toolbar" aria-label={t('toolbar')}>
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
                <kbd>{shortcutOf(id)}</kbd>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Separator orientation="vertical" className="editor-tools-gap" />
      <Group className="editor-tools" aria-label={t('letters')}>
        {toggleTool('format.bold', Bold, state.bold)}
        {toggleTool('format.italic', Italic, state.italic)}
        {toggleTool('format.underline', Underline, state.underline)}
        {toggleTool('format.highlight', Highlighter, state.highlight)}
        {toggleTool('format.verbatim', Quote, state.verbatim)}
      </Group>
      <Separator orientation="vertical" className="editor-tools-gap" />
      <Group className="editor-tools" aria-label={t('paragraphs')}>
        {toggleTool('format.bulletList', List, state.bulletList)}
        {toggleTool('format.orderedList', ListOrdered, state.orderedList)}
        {toggleTool('format.quote', TextQuote, state.quote)}
        {toggleTool('format.link', Link, state.link)}
        {toggleTool('insert.table', Table, state.table)}
        {toggleTool('insert.image', ImagePlus, false)}
      </Group>
      {state.table && (
        <>
          <Separator orientation="vertical" className="editor-tools-gap" />
          <TableTools
            canMerge={state.canMergeCells}
            canSplit={state.canSplitCell}
            runCommand={runCommand}
          />
        </>
      )}
      <Separator orientation="vertical" className="editor-tools-gap" />
      <Group className="editor-tools" aria-label={t('history')}>
        <Button
          variant="quiet"
          isIcon
          className="editor-tool"
          aria-label={t('undo')}
          isDisabled={!state.canUndo}
          onPress={() => run(undo)}
        >
          <Undo2 size={16} aria-hidden />
          <span className="editor-tool-tip">
            {t('undo')} <kbd>{shortcutLabel('CmdOrCtrl+Z')}</kbd>
          </span>
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
          <span className="editor-tool-tip">
            {t('redo')} <kbd>{shortcutLabel('CmdOrCtrl+Y')}</kbd>
          </span>
        </Button>
      </Group>
    </Toolbar>
  );
}

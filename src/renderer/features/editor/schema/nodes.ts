import type { Extensions } from '@tiptap/core';

import {
  AgendaItemNode,
  BreakNode,
  DecisionNode,
  DocumentNode,
  FollowUpNode,
  NarrationNode,
  RecommendationNode,
  StatementNode,
} from './block-nodes.ts';
import { ImageNode } from './image-node.ts';
import { ChunkMark } from './chunk-mark.ts';
import {
  BoldMark,
  HighlightMark,
  ItalicMark,
  LinkMark,
  UnderlineMark,
  VerbatimMark,
} from './marks.ts';
import {
  BlockquoteNode,
  BulletListNode,
  HardBreakNode,
  ListItemNode,
  OrderedListNode,
  ParagraphNode,
  TextNode,
} from './rich-nodes.ts';
import { TableCellNode, TableHeaderNode, TableNode, TableRowNode } from './table-nodes.ts';

/**
 * The document as the editor knows it. The nodes are our own rather than ready-made ones so that
 * no attribute exists that the stored format does not have.
 */
export const documentExtensions: Extensions = [
  DocumentNode,
  StatementNode,
  AgendaItemNode,
  NarrationNode,
  DecisionNode,
  RecommendationNode,
  FollowUpNode,
  BreakNode,
  ParagraphNode,
  TextNode,
  HardBreakNode,
  BulletListNode,
  OrderedListNode,
  ListItemNode,
  BlockquoteNode,
  ImageNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  TableHeaderNode,
  ChunkMark,
  LinkMark,
  VerbatimMark,
  BoldMark,
  ItalicMark,
  UnderlineMark,
  HighlightMark,
];

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import './notice.css';

const ICONS = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
} as const satisfies Record<string, LucideIcon>;

export type NoticeTone = keyof typeof ICONS;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** "alert" where something went wrong: it is read out at once. */
  readonly role?: 'alert' | 'status';
  /** What came of something that was just done: it is read out when nothing else is. */
  readonly isAnnounced?: boolean;
  /** In place of the icon of its tone. */
  readonly icon?: LucideIcon;
}

/** A few words that must be seen where they stand: a colour, an icon and the text tell the same. */
export function Notice({
  tone,
  title,
  children,
  isAnnounced = false,
  role = isAnnounced ? 'status' : undefined,
  icon: Icon = ICONS[tone],
}: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon size={18} aria-hidden />
      <div className="notice-text">
        {title !== undefined && <span className="notice-title">{title}</span>}
        {children}
      </div>
    </div>
  );
}

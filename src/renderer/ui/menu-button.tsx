import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import { Button } from './button.tsx';

interface MenuButtonProps<Key extends string> {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly items: readonly { readonly key: Key; readonly label: string }[];
  readonly onAction: (key: Key) => void;
  readonly className?: string;
}

/** A quiet button that asks which of a few ways is wanted. */
export function MenuButton<Key extends string>(props: MenuButtonProps<Key>) {
  const { label, icon, items, onAction, className = '' } = props;
  return (
    <MenuTrigger>
      <Button variant="quiet" className={className}>
        {icon}
        {label}
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          aria-label={label}
          className="list-box"
          onAction={(chosen) => {
            const item = items.find(({ key }) => key === chosen);
            if (item !== undefined) onAction(item.key);
          }}
        >
          {items.map(({ key, label: text }) => (
            <MenuItem key={key} id={key} className="list-box-item">
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

import './tabs.css';

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: string;
    readonly title: string;
    readonly content: () => ReactNode;
  }[];
  /** Another view is shown from now on. */
  readonly onChange?: (id: string) => void;
}

/** Several views of one thing, of which one is shown; the arrow keys go from tab to tab. */
export function Tabs({ label, tabs, onChange }: TabsProps) {
  return (
    <AriaTabs
      className="tabs"
      {...(onChange ? { onSelectionChange: (id) => onChange(String(id)) } : {})}
    >
      <TabList className="tabs-list" aria-label={label}>
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id} className="tabs-tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tabs-panel">
          {content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

// Writes resources/templates/notula.docx, the Word template that offices begin with. The same source
// gives the same bytes: `npm run starter-template`, then commit the file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { starterTemplate } from './lib/starter-template.mjs';

const file = fileURLToPath(new URL('../resources/templates/notula.docx', import.meta.url));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await starterTemplate());
console.log(`resources/templates/notula.docx ditulis.`);

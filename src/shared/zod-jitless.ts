import { z } from 'zod';

// Zod probes `new Function` when it builds a schema, which the renderer's content security policy
// forbids. Import this file before any schema.
z.config({ jitless: true });

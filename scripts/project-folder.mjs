import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the checkout, whatever folder a script was started in. */
export const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

import { startEventLog } from './event-log.js';

// Imported before the elements are defined: some speak as soon as they are there.
startEventLog();

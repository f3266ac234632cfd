// The frame of every page: keys, toasts, dialogs.

// In a notebook a function may be declared before the cell that defines it: its task is refused, not run.
async int later(int x);
task(int) t = spawn later(1); // trap: this function was declared, but is defined nowhere

// What separates enumerators, and what stands in front of their values: who takes another sign for it does so at each, and
// is told once a body. What was meant is read on.
enum { A ; B };                     // error: expected `,`, but found `;`
enum color { RED; GREEN; };         // error: expected `,`, but found `;`
enum size { SMALL LARGE HUGE };     // error: expected `,` after this enumerator
enum level { LOW: 1, HIGH: 2 };     // error: expected `=`, but found `:`
enum word { "ONE", "TWO" };         // error: a string can't stand here: an enum lists names alone
enum typed { int FIRST, int LAST }; // error: `int` can't stand here: an enum lists names alone
enum sound { LEFT, RIGHT, };
int main(void) {
    return A + B + RED + GREEN + LARGE + HUGE + LOW + HIGH + FIRST + LEFT;
}

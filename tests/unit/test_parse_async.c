// The words C does not have, and programs in which they are names.
#include "parse_support.h"

START_TEST(async_functions) {
    assert_tree("async int f(int x) { return await g(x) + 1; }",
                "(func f (func ((x int)) async int) (block (return (+ (await (call g x)) "
                "1))))");
    assert_tree(
        "static async void f(void); async static int g(void); async generator(int) "
        "h(void) { yield 1; }",
        "(decl f (func (void) static async void))\n(decl g (func (void) static async "
        "int))\n(func h (func (void) async (generator int)) (block (expr (yield 1))))");
}
END_TEST

START_TEST(await_is_a_prefix_operator) {
    assert_tree(
        "await x; await f(); int a = await t + await u; await (x); await *p; "
        "(int)await x; -await x; await x.y; await f()->z;",
        "(expr (await x))\n(expr (await (call f)))\n(decl a int (+ (await t) (await "
        "u)))\n(expr (await x))\n(expr (await (deref p)))\n(expr (cast int (await "
        "x)))\n(expr (neg (await x)))\n(expr (await (.y x)))\n(expr (await (.z "
        "(deref (call f)))))");
}
END_TEST

START_TEST(spawning) {
    assert_tree("task(int) t = spawn f(1); spawn g();",
                "(decl t (task int) (spawn (call f 1)))\n(expr (spawn (call g)))");
}
END_TEST

START_TEST(yields) {
    assert_tree(
        "yield; yield 1; int s = yield v; x = yield; f(yield 1, 2); yield from g; x "
        "= yield from f(1); yield from (g);",
        "(expr (yield))\n(expr (yield 1))\n(decl s int (yield v))\n(expr (= x "
        "(yield)))\n(expr (call f (yield 1) 2))\n(expr (yield-from g))\n(expr (= x "
        "(yield-from (call f 1))))\n(expr (yield-from g))");
}
END_TEST

START_TEST(groups) {
    assert_tree("taskgroup { spawn f(); } shield { g(); }",
                "(taskgroup (block (expr (spawn (call f)))))\n(shield (block (expr (call "
                "g))))");
}
END_TEST

START_TEST(deadlines) {
    assert_tree("deadline (2.0) { await f(); } else { g(); } deadline (x) { }",
                "(deadline 2 (block (expr (await (call f)))) (block (expr (call "
                "g))))\n(deadline x (block))");
}
END_TEST

START_TEST(errors) {
    assert_tree_with(
        "error", "",
        "try { f(); } catch (error e) { g(); } try { } catch { } try { } catch (...) "
        "{ }",
        "(try (block (expr (call f))) (catch (decl e error) (block (expr (call "
        "g)))))\n(try (block) (catch _ (block)))\n(try (block) (catch _ (block)))");
    assert_tree("throw error(\"a\", 1); throw; throw e; throw (e);",
                "(throw (call error \"a\" 1))\n(throw)\n(throw e)\n(throw e)");
}
END_TEST

START_TEST(deferring) {
    assert_tree("defer free(p); defer { a(); b(); } defer if (x) y(); defer (f)();",
                "(defer (expr (call free p)))\n(defer (block (expr (call a)) (expr (call "
                "b))))\n(defer (if x (expr (call y))))\n(defer (expr (call f)))");
}
END_TEST

START_TEST(for_await) {
    assert_tree("for await (int x : g()) { f(x); }",
                "(for-in-await (decl x int) (call g) (block (expr (call f x))))");
}
END_TEST

// The program's own meaning goes first.
START_TEST(await_as_a_name) {
    assert_tree("int await = 1; await + 1; await * 2; await(3); await = 4;",
                "(decl await int 1)\n(expr (+ await 1))\n(expr (* await 2))\n(expr (call "
                "await 3))\n(expr (= await 4))");
}
END_TEST

START_TEST(yield_as_a_name) {
    assert_tree(
        "int yield; yield = 3; yield * 2; yield + yield; yield; (yield); void "
        "spawn(int); spawn(3); spawn (3);",
        "(decl yield int)\n(expr (= yield 3))\n(expr (* yield 2))\n(expr (+ yield "
        "yield))\n(expr yield)\n(expr yield)\n(decl spawn (func (int) void))\n(expr "
        "(call spawn 3))\n(expr (call spawn 3))");
}
END_TEST

START_TEST(statement_words_as_names) {
    assert_tree(
        "int try, catch, throw, defer, async, shield, deadline, taskgroup; try = "
        "catch; throw = 1; throw; throw(2); defer(x); async = 1; deadline(3); "
        "shield(4); taskgroup = try;",
        "(decl try int)\n(decl catch int)\n(decl throw int)\n(decl defer int)\n(decl "
        "async int)\n(decl shield int)\n(decl deadline int)\n(decl taskgroup "
        "int)\n(expr (= try catch))\n(expr (= throw 1))\n(expr throw)\n(expr (call "
        "throw 2))\n(expr (call defer x))\n(expr (= async 1))\n(expr (call deadline "
        "3))\n(expr (call shield 4))\n(expr (= taskgroup try))");
}
END_TEST

// A call never has a type as its argument, so `task(int)` stays a type.
START_TEST(types_as_names) {
    assert_tree(
        "void task(int); task(3); task (x); task(int) t; int queue = 3; queue * 2; "
        "queue(task(int)) q;",
        "(decl task (func (int) void))\n(expr (call task 3))\n(expr (call task "
        "x))\n(decl t (task int))\n(decl queue int 3)\n(expr (* queue 2))\n(decl q "
        "(queue (task int)))");
    assert_tree("typedef struct task task; task *t; task(int) u;",
                "(decl task typedef struct task)\n(decl t (pointer task))\n(decl u (task "
                "int))");
}
END_TEST

START_TEST(parameters_as_names) {
    assert_tree("int f(int yield, int await) { return yield * await; }",
                "(func f (func ((yield int) (await int)) int) (block (return (* yield "
                "await))))");
}
END_TEST

START_TEST(members_and_labels_as_names) {
    assert_tree(
        "struct s { int await; int task; bool async; }; x.await = 1; p->yield = 2; "
        "x.task = 3;",
        "(decl _ (struct s (await int) (task int) (async bool)))\n(expr (= (.await "
        "x) 1))\n(expr (= (.yield (deref p)) 2))\n(expr (= (.task x) 3))");
    assert_tree(
        "await: x(); yield: y(); task: z();",
        "(label await (expr (call x)))\n(label yield (expr (call y)))\n(label task "
        "(expr (call z)))");
}
END_TEST

START_TEST(from_as_a_name) {
    assert_tree("int from = 1; yield from; yield from g;",
                "(decl from int 1)\n(expr (yield from))\n(expr (yield-from g))");
}
END_TEST

START_TEST(async_as_a_name) {
    assert_tree("async: x(); async + 1; async;",
                "(label async (expr (call x)))\n(expr (+ async 1))\n(expr async)");
}
END_TEST

START_TEST(enumerators_as_names) {
    assert_tree("enum { yield, await }; yield + await;",
                "(decl _ (enum _ yield await))\n(expr (+ yield await))");
}
END_TEST

START_TEST(handles) {
    assert_tree("coroutine(int) c = f(4); next(c); int x = run(c);",
                "(decl c (coroutine int) (call f 4))\n(expr (call next c))\n(decl x int "
                "(call run c))");
}
END_TEST

START_TEST(countof_as_a_name) {
    assert_tree("int countof = 1; countof + 1; countof a;",
                "(decl countof int 1)\n(expr (+ countof 1))\n(expr (countof a))");
}
END_TEST

START_TEST(async_behind_a_type) {
    assert_tree("int a[3]; int async f;", "(decl a (array 3 int))\n(decl f async int)");
}
END_TEST

START_TEST(bool_as_a_typedef) {
    assert_tree(
        "typedef unsigned char bool; bool x; typedef enum { false, true } boolean; "
        "true;",
        "(decl bool typedef unsigned char)\n(decl x bool)\n(decl boolean typedef "
        "(enum _ false true))\n(expr true)");
}
END_TEST

START_TEST(async_main) {
    assert_tree(
        "async int main(void) { await sleep(1); }",
        "(func main (func (void) async int) (block (expr (await (call sleep 1)))))");
}
END_TEST

START_TEST(library_function_shield) {
    assert_tree("shield(x); deadline = 3;",
                "(expr (call shield x))\n(expr (= deadline 3))");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("parse_async");
    TCase *tc = tcase_create("parse_async");
    tcase_add_test(tc, async_functions);
    tcase_add_test(tc, await_is_a_prefix_operator);
    tcase_add_test(tc, spawning);
    tcase_add_test(tc, yields);
    tcase_add_test(tc, groups);
    tcase_add_test(tc, deadlines);
    tcase_add_test(tc, errors);
    tcase_add_test(tc, deferring);
    tcase_add_test(tc, for_await);
    tcase_add_test(tc, await_as_a_name);
    tcase_add_test(tc, yield_as_a_name);
    tcase_add_test(tc, statement_words_as_names);
    tcase_add_test(tc, types_as_names);
    tcase_add_test(tc, parameters_as_names);
    tcase_add_test(tc, members_and_labels_as_names);
    tcase_add_test(tc, from_as_a_name);
    tcase_add_test(tc, async_as_a_name);
    tcase_add_test(tc, enumerators_as_names);
    tcase_add_test(tc, handles);
    tcase_add_test(tc, countof_as_a_name);
    tcase_add_test(tc, async_behind_a_type);
    tcase_add_test(tc, bool_as_a_typedef);
    tcase_add_test(tc, async_main);
    tcase_add_test(tc, library_function_shield);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

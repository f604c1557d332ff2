struct job {
    int n;
};
int main(void) {
    queue(struct job) q = new_priority_queue(struct job, 3); // trap: ValueError: a priority queue of `struct job` needs to know what comes first
    return full(q);
}

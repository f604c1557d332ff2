double twice(int);
int count = 4;
void show(struct pair { long a, b; } *p);

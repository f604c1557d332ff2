// All permutations of a string, in order of generation; binary search; gcd.
#include <stdio.h>
#include <string.h>

static void permute(char *s, int l, int r) {
    if (l == r) {
        printf("%s ", s);
        return;
    }
    for (int i = l; i <= r; i++) {
        char t = s[l];
        s[l] = s[i];
        s[i] = t;
        permute(s, l + 1, r);
        t = s[l];
        s[l] = s[i];
        s[i] = t;
    }
}

static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
}

static int find(int x, const int v[], int n) {
    int low = 0, high = n - 1;
    while (low <= high) {
        int mid = (low + high) / 2;
        if (x < v[mid])
            high = mid - 1;
        else if (x > v[mid])
            low = mid + 1;
        else
            return mid;
    }
    return -1;
}

int main(void) {
    char s[] = "abc";
    permute(s, 0, (int)strlen(s) - 1);
    printf("\n%d %d\n", gcd(1071, 462), gcd(17, 5));
    int v[] = {1, 3, 5, 7, 9, 11};
    printf("%d %d %d\n", find(7, v, 6), find(1, v, 6), find(4, v, 6));
    return 0;
}

// expect: abc acb bac bca cba cab 
// expect: 21 1
// expect: 3 0 -1

/// How fast step 7 is, beside nginx, node and a server that does nothing but read and write: the bars it has
/// to reach, and what is measured.
package eventloop.lab.workbench.speed;

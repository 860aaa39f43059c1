/// What all seven servers promise to a client, as tests on real sockets and files. A step's own test
/// extends [eventloop.contract.HttpContract] and says how its server is started; everything else is here.
package eventloop.contract;
